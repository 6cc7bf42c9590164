package uk.gov.warwickshire.mappings.cpis.upload;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import uk.gov.warwickshire.mappings.cpis.CpIsMessageStructure;
import uk.gov.warwickshire.mappings.cpis.CpIsMessageStructure.Oid;
import uk.gov.warwickshire.mappings.cpis.CpIsMessageStructure.Upload;
import uk.gov.warwickshire.mappings.cpis.CpIsRecord;

/** HL7 v3 REPC_MT000002GB01. No fixed value is sent: the specification prohibits them on the wire (cp-is.md 4). */
public final class Hl7UploadWriter implements UploadWriter {

    private final XMLOutputFactory factory = XMLOutputFactory.newDefaultFactory();

    @Override
    public void write(UploadHeader header, Stream<CpIsRecord> records, OutputStream target) {
        try {
            XMLStreamWriter writer = factory.createXMLStreamWriter(target, StandardCharsets.UTF_8.name());
            Elements xml = new Elements(writer);
            writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            writer.setDefaultNamespace(CpIsMessageStructure.NAMESPACE);
            xml.start(Upload.FILE);
            writer.writeDefaultNamespace(CpIsMessageStructure.NAMESPACE);
            writer.writeNamespace(CpIsMessageStructure.TEMPLATE_PREFIX, CpIsMessageStructure.TEMPLATE_NAMESPACE);
            head(xml, header);
            body(xml, header, records.iterator());
            xml.end();
            writer.writeEndDocument();
            writer.flush();
            writer.close();
        } catch (XMLStreamException e) {
            throw new UploadFailedException("the upload file could not be written", e);
        }
    }

    private static void head(Elements xml, UploadHeader header) throws XMLStreamException {
        // creationTime 1..1
        xml.value(Upload.CREATION_TIME, header.created().format(CpIsMessageStructure.SECOND));
        // id 1..1; its root is a fixed value
        xml.empty(Upload.ID, "extension", Long.toString(header.sequence()));
        // transmissionQuantity 1..1
        xml.value(Upload.TRANSMISSION_QUANTITY, Long.toString(header.recordCount()));
        // communicationFunctionSnd 1..1
        Sender sender = header.sender();
        xml.start(Upload.SENDER);
        xml.start(Upload.ORGANISATION);
        xml.empty(Upload.ID, "root", Oid.ORGANISATION, "extension", sender.odsCode());
        xml.text(Upload.NAME, sender.name());
        if (sender.emergencyDutyPhone().isPresent()) {
            phone(xml, Upload.EMERGENCY_USE, sender.emergencyDutyPhone().get());
        }
        if (sender.officeHoursPhone().isPresent()) {
            phone(xml, Upload.OFFICE_HOURS_USE, sender.officeHoursPhone().get());
        }
        xml.end();
        xml.end();
    }

    private static void phone(Elements xml, String use, String number) throws XMLStreamException {
        xml.empty(Upload.TELECOM, "use", use, "value", "tel:" + number.replaceAll("\\s", ""));
    }

    private static void body(Elements xml, UploadHeader header, Iterator<CpIsRecord> records)
            throws XMLStreamException {
        RecordWriter writer = new RecordWriter(xml, header.sender());
        long written = 0;
        while (records.hasNext()) {
            writer.write(records.next());
            written++;
        }
        if (written != header.recordCount()) {
            throw new UploadFailedException(
                    "the header says " + header.recordCount() + " records, there were " + written);
        }
    }
}
