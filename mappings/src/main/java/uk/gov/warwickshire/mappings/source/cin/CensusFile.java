package uk.gov.warwickshire.mappings.source.cin;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.OptionalLong;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import uk.gov.warwickshire.mappings.source.ByteSource;
import uk.gov.warwickshire.mappings.source.DamagedFileException;

/**
 * Streams a census file child by child, without DTD, without entities, within limits. Woodstox and not the parser of the
 * JDK, because that one writes its findings about a broken document to the standard error stream. Safe for many threads.
 */
final class CensusFile {

    private static final String REMEDY = "Export the file again, and deliver it whole";

    private final XMLInputFactory factory = new WstxInputFactory();
    private final CensusLimits limits;

    CensusFile(CensusLimits limits) {
        this.limits = limits;
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        // Lazily read text fails where it is used, with an exception that nobody has to catch.
        factory.setProperty(WstxInputProperties.P_LAZY_PARSING, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, limits.attributes());
        factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> {
            throw new XMLStreamException("no external entity is resolved");
        });
    }

    /** Takes the children in the order of the file. */
    @FunctionalInterface
    interface Sink<E extends Exception> {
        void child(ParsedChild child) throws E;

        /** The header stands before the children, unless somebody has reordered the file. */
        default void header(CensusHeader header) {}
    }

    /**
     * Reads to the end of the file.
     *
     * @throws DamagedFileException with line and column, if it is not well-formed, no census, or exceeds a limit; by
     *     then children before the break have been handed over
     */
    <E extends Exception> CensusOutline read(String file, ByteSource bytes, Sink<E> sink)
            throws DamagedFileException, E {
        try (InputStream in = bytes.open()) {
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            try {
                return new CensusParser(file, reader, limits).document(sink);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw damaged(file, e.getLocation(), "it is not well-formed XML");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DamagedFileException damaged(String file, Location at, String problem) {
        boolean known = at != null && at.getLineNumber() > 0;
        return new DamagedFileException(
                file,
                known ? OptionalLong.of(at.getLineNumber()) : OptionalLong.empty(),
                known ? "column " + Math.max(at.getColumnNumber(), 0) + ": " + problem : problem,
                REMEDY);
    }
}
