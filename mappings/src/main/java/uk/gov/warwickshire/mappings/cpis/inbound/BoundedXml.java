package uk.gov.warwickshire.mappings.cpis.inbound;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import uk.gov.warwickshire.mappings.cpis.inbound.Malformed.Reason;

/**
 * Reads an untrusted document into elements, within limits, without DTD and without entities. Woodstox and not the parser
 * of the JDK, because that one writes its findings about a broken document to the standard error stream.
 */
final class BoundedXml {

    private final XMLInputFactory factory = new WstxInputFactory();
    private final XmlLimits limits;

    BoundedXml(XmlLimits limits) {
        this.limits = limits;
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        // Lazily read text fails where it is used, with an exception that nobody has to catch.
        factory.setProperty(WstxInputProperties.P_LAZY_PARSING, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> {
            throw new XMLStreamException("no external entity is resolved");
        });
    }

    XmlElement read(InputStream document) throws MalformedException {
        LimitedInput input = new LimitedInput(document, limits.bytes());
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(input);
            try {
                return new Reading(reader, limits).document();
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            Location at = e.getLocation();
            int line = at == null ? 0 : Math.max(at.getLineNumber(), 0);
            int column = at == null ? 0 : Math.max(at.getColumnNumber(), 0);
            throw new MalformedException(input.isExceeded() ? Reason.TOO_LARGE : Reason.NOT_XML, "", line, column);
        } catch (RuntimeException e) {
            // The parser throws these on some broken input, unknown encodings among them.
            throw new MalformedException(input.isExceeded() ? Reason.TOO_LARGE : Reason.NOT_XML, "");
        }
    }

    /** One document being read. */
    private static final class Reading {

        private final XMLStreamReader reader;
        private final XmlLimits limits;
        private final List<Open> open = new ArrayList<>();
        private final List<XmlElement> roots = new ArrayList<>();
        private int elements;

        Reading(XMLStreamReader reader, XmlLimits limits) {
            this.reader = reader;
            this.limits = limits;
        }

        XmlElement document() throws XMLStreamException, MalformedException {
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.DTD -> throw malformed(Reason.DOCTYPE);
                    case XMLStreamConstants.ENTITY_REFERENCE, XMLStreamConstants.ENTITY_DECLARATION ->
                        throw malformed(Reason.ENTITY);
                    case XMLStreamConstants.START_ELEMENT -> start();
                    case XMLStreamConstants.END_ELEMENT -> end();
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text();
                    default -> {
                        // comments, processing instructions and white space say nothing
                    }
                }
            }
            if (roots.size() != 1 || !open.isEmpty()) {
                throw malformed(Reason.NOT_XML);
            }
            return roots.get(0);
        }

        private void start() throws MalformedException {
            if (open.size() >= limits.depth()) {
                throw malformed(Reason.TOO_DEEP);
            }
            if (++elements > limits.elements()) {
                throw malformed(Reason.TOO_MANY_ELEMENTS);
            }
            if (reader.getAttributeCount() > limits.attributes()) {
                throw malformed(Reason.TOO_MANY_ATTRIBUTES);
            }
            Map<String, String> attributes = new HashMap<>();
            for (int i = 0; i < reader.getAttributeCount(); i++) {
                String namespace = reader.getAttributeNamespace(i);
                String value = reader.getAttributeValue(i);
                if (value.length() > limits.textLength()) {
                    throw malformed(Reason.TEXT_TOO_LONG);
                }
                if (namespace == null || namespace.isEmpty()) {
                    attributes.put(reader.getAttributeLocalName(i), value);
                }
            }
            String namespace = reader.getNamespaceURI();
            open.add(new Open(namespace == null ? "" : namespace, reader.getLocalName(), attributes));
        }

        private void text() throws MalformedException {
            if (!open.isEmpty()) {
                StringBuilder text = open.get(open.size() - 1).text;
                if (text.length() + reader.getTextLength() > limits.textLength()) {
                    throw malformed(Reason.TEXT_TOO_LONG);
                }
                text.append(reader.getText());
            }
        }

        private void end() {
            XmlElement done = open.remove(open.size() - 1).close();
            (open.isEmpty() ? roots : open.get(open.size() - 1).children).add(done);
        }

        private MalformedException malformed(Reason reason) {
            Location at = reader.getLocation();
            String where = open.isEmpty() ? "" : open.get(open.size() - 1).name;
            return new MalformedException(
                    reason, where, Math.max(at.getLineNumber(), 0), Math.max(at.getColumnNumber(), 0));
        }
    }

    /** An element whose end has not come yet. */
    private static final class Open {

        private final String namespace;
        private final String name;
        private final Map<String, String> attributes;
        private final StringBuilder text = new StringBuilder();
        private final List<XmlElement> children = new ArrayList<>();

        Open(String namespace, String name, Map<String, String> attributes) {
            this.namespace = namespace;
            this.name = name;
            this.attributes = attributes;
        }

        XmlElement close() {
            return new XmlElement(namespace, name, attributes, text.toString().strip(), children);
        }
    }
}
