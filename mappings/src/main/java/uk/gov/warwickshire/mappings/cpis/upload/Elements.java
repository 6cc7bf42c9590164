package uk.gov.warwickshire.mappings.cpis.upload;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import uk.gov.warwickshire.mappings.cpis.CpIsMessageStructure;
import uk.gov.warwickshire.mappings.cpis.CpIsMessageStructure.Oid;
import uk.gov.warwickshire.mappings.cpis.CpIsMessageStructure.Upload;

/** The shapes an HL7 v3 element takes on the wire. */
final class Elements {

    private final XMLStreamWriter writer;

    Elements(XMLStreamWriter writer) {
        this.writer = writer;
    }

    void start(String name) throws XMLStreamException {
        writer.writeStartElement(CpIsMessageStructure.NAMESPACE, name);
    }

    void end() throws XMLStreamException {
        writer.writeEndElement();
    }

    /** @param attributes name and value in turn */
    void empty(String name, String... attributes) throws XMLStreamException {
        writer.writeEmptyElement(CpIsMessageStructure.NAMESPACE, name);
        attributes(attributes);
    }

    void value(String name, String value) throws XMLStreamException {
        empty(name, "value", value);
    }

    void text(String name, String text) throws XMLStreamException {
        start(name);
        writer.writeCharacters(text);
        end();
    }

    void contentId(String extension) throws XMLStreamException {
        writer.writeEmptyElement(
                CpIsMessageStructure.TEMPLATE_PREFIX, Upload.CONTENT_ID, CpIsMessageStructure.TEMPLATE_NAMESPACE);
        attributes("root", Oid.CONTENT_ID, "extension", extension);
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            writer.writeAttribute(attributes[i], attributes[i + 1]);
        }
    }
}
