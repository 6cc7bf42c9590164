package uk.gov.warwickshire.gateway.demo.cpis;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import uk.gov.warwickshire.gateway.demo.cpis.ReceivedUpload.ReceivedRecord;
import uk.gov.warwickshire.mappings.cpis.CpIsMessageStructure;
import uk.gov.warwickshire.mappings.cpis.CpIsMessageStructure.AccessNotice;
import uk.gov.warwickshire.mappings.cpis.CpIsMessageStructure.FileResponse;
import uk.gov.warwickshire.mappings.cpis.CpIsMessageStructure.InactiveNotice;
import uk.gov.warwickshire.mappings.cpis.CpIsMessageStructure.Oid;

/** The messages CP-IS sends: 02, 05 and 06. */
public final class AnswerDocuments {

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private AnswerDocuments() {}

    /** Someone who views a record. */
    public record Viewer(String time, String name, String role, String organisation) {}

    /**
     * An acknowledgement.
     *
     * @param sequence -1 if it could not be read
     * @param processed -1 likewise
     * @param returned records with their codes
     */
    public static byte[] acknowledgement(
            long sequence, long processed, String fileCode, Map<ReceivedRecord, String> returned) {
        return document(FileResponse.ROOT, xml -> {
            xml.empty(FileResponse.ID, "extension", String.valueOf(sequence));
            xml.empty(FileResponse.TRANSMISSION_QUANTITY, "value", String.valueOf(processed));
            xml.start(FileResponse.FILE);
            detail(xml, fileCode, Oid.FILE_RESPONSE, Optional.empty());
            xml.end();
            xml.empty(FileResponse.FAILED_COUNT, "value", String.valueOf(returned.size()));
            for (Map.Entry<ReceivedRecord, String> record : returned.entrySet()) {
                returned(xml, record.getKey(), record.getValue());
            }
        });
    }

    public static byte[] acknowledgement(long sequence, long processed, String fileCode) {
        return acknowledgement(sequence, processed, fileCode, new LinkedHashMap<>());
    }

    /** @param nhsNumber whose record was seen; empty for a notification that names no access */
    public static byte[] access(long uploadFile, Optional<String> nhsNumber, Viewer viewer) {
        return document(AccessNotice.ROOT, xml -> {
            xml.start("pertinentInformation");
            xml.start(AccessNotice.UPLOAD_FILE);
            xml.empty(AccessNotice.VALUE, "extension", String.valueOf(uploadFile));
            xml.end();
            xml.end();
            xml.start("pertinentInformation1");
            xml.start(AccessNotice.TOTAL);
            xml.empty(AccessNotice.VALUE, "value", nhsNumber.isPresent() ? "1" : "0");
            xml.end();
            xml.end();
            if (nhsNumber.isPresent()) {
                xml.start("pertinentInformation2");
                view(xml, nhsNumber.get(), viewer);
                xml.end();
            }
        });
    }

    /** Inactive numbers, each with its replacement where there is one. */
    public static byte[] inactive(Map<String, Optional<String>> numbers) {
        return document(InactiveNotice.ROOT, xml -> {
            for (Map.Entry<String, Optional<String>> number : numbers.entrySet()) {
                xml.start(InactiveNotice.SUBJECT);
                patient(xml, InactiveNotice.INACTIVE, number.getKey());
                if (number.getValue().isPresent()) {
                    patient(xml, InactiveNotice.REPLACEMENT, number.getValue().get());
                }
                xml.end();
            }
        });
    }

    private static void returned(Xml xml, ReceivedRecord record, String code) throws XMLStreamException {
        xml.start(FileResponse.FAILED_RECORD);
        xml.start(FileResponse.RECORD);
        detail(xml, code, Oid.RECORD_RESPONSE, Optional.of("/File/record[" + record.position() + "]"));
        xml.end();
        xml.start("record");
        xml.start("CP-ISRecord");
        xml.empty("id", "root", Oid.NHS_NUMBER, "extension", record.nhsNumber());
        if (record.localId().isPresent()) {
            xml.empty("id", "root", Oid.LOCAL_ID, "extension", record.localId().get());
        }
        xml.end();
        xml.end();
        xml.end();
    }

    private static void detail(Xml xml, String code, String system, Optional<String> place) throws XMLStreamException {
        xml.start(FileResponse.DETAIL);
        if (code.equals("CPR07")) {
            xml.start(FileResponse.CODE, "code", code, "codeSystem", system);
            xml.empty(FileResponse.DETAIL_CODE, "code", "D12", "displayName", "A detail whose list is not public");
            xml.end();
        } else {
            xml.empty(FileResponse.CODE, "code", code, "codeSystem", system);
        }
        if (place.isPresent()) {
            xml.text(FileResponse.LOCATION, place.get());
        }
        xml.end();
    }

    private static void view(Xml xml, String nhsNumber, Viewer viewer) throws XMLStreamException {
        xml.start(AccessNotice.ACCESS);
        xml.empty(AccessNotice.TIME, "value", viewer.time());
        xml.start(AccessNotice.AUTHOR);
        xml.start(AccessNotice.ASSIGNED_AUTHOR);
        xml.empty(AccessNotice.ROLE, "displayName", viewer.role());
        xml.start(AccessNotice.PERSON);
        xml.text(AccessNotice.NAME, viewer.name());
        xml.end();
        xml.start(AccessNotice.ORGANISATION);
        xml.text(AccessNotice.NAME, viewer.organisation());
        xml.end();
        xml.end();
        xml.end();
        xml.start(AccessNotice.QUERY);
        xml.start(AccessNotice.NHS_NUMBER);
        xml.empty(AccessNotice.VALUE, "root", Oid.NHS_NUMBER, "extension", nhsNumber);
        xml.end();
        xml.end();
        xml.end();
    }

    private static void patient(Xml xml, String name, String number) throws XMLStreamException {
        xml.start(name);
        xml.empty(InactiveNotice.ID, "root", Oid.NHS_NUMBER, "extension", number);
        xml.end();
    }

    private static byte[] document(String root, Content content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter writer = FACTORY.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            writer.setDefaultNamespace(CpIsMessageStructure.NAMESPACE);
            writer.writeStartElement(CpIsMessageStructure.NAMESPACE, root);
            writer.writeDefaultNamespace(CpIsMessageStructure.NAMESPACE);
            content.write(new Xml(writer));
            writer.writeEndElement();
            writer.writeEndDocument();
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("memory can be written to", e);
        }
        return out.toByteArray();
    }

    private interface Content {
        void write(Xml xml) throws XMLStreamException;
    }

    private record Xml(XMLStreamWriter writer) {

        void start(String name, String... attributes) throws XMLStreamException {
            writer.writeStartElement(CpIsMessageStructure.NAMESPACE, name);
            attributes(attributes);
        }

        void empty(String name, String... attributes) throws XMLStreamException {
            writer.writeEmptyElement(CpIsMessageStructure.NAMESPACE, name);
            attributes(attributes);
        }

        void text(String name, String text) throws XMLStreamException {
            start(name);
            writer.writeCharacters(text);
            end();
        }

        void end() throws XMLStreamException {
            writer.writeEndElement();
        }

        private void attributes(String... attributes) throws XMLStreamException {
            for (int i = 0; i < attributes.length; i += 2) {
                writer.writeAttribute(attributes[i], attributes[i + 1]);
            }
        }
    }
}
