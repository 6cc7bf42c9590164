package uk.gov.warwickshire.mappings.cpis.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import uk.gov.warwickshire.mappings.cpis.CpIsRecord;

/**
 * Upload files as golden files, indented for people; on the wire they have no white space. Where they differ, what was
 * received is written beside as `*.received.xml`; `-Dapprove` makes it the expected.
 */
public final class UploadFiles {

    static final OffsetDateTime CREATED = OffsetDateTime.parse("2026-02-25T02:30:00Z");
    static final Sender SENDER =
            new Sender("ZZ9", "Test County Council", Optional.of("01926 555999"), Optional.of("01926 555010"));
    private static final boolean APPROVE = System.getProperty("approve") != null;

    private UploadFiles() {}

    static String write(List<CpIsRecord> records) {
        return write(SENDER, records);
    }

    static String write(Sender sender, List<CpIsRecord> records) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        new Hl7UploadWriter().write(new UploadHeader(42, CREATED, sender, records.size()), records.stream(), file);
        return file.toString(StandardCharsets.UTF_8);
    }

    public static void verify(String name, List<CpIsRecord> records) throws IOException {
        Path expected = Path.of(name);
        Path beside = Path.of(name.replace(".xml", ".received.xml"));
        String received = indented(write(records));
        Files.deleteIfExists(beside);
        if (APPROVE) {
            Files.createDirectories(expected.toAbsolutePath().getParent());
            Files.writeString(expected, received);
        } else if (!Files.exists(expected) || !Files.readString(expected).equals(received)) {
            Files.writeString(beside, received);
        }
        assertThat(beside).as("differs from %s", expected).doesNotExist();
    }

    private static String indented(String file) {
        try {
            Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.INDENT, "yes");
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            transformer.setOutputProperty("{http://xml.apache.org/xslt}indent-amount", "2");
            StringWriter out = new StringWriter();
            transformer.transform(new StreamSource(new StringReader(file)), new StreamResult(out));
            return out.toString().replace("\r\n", "\n").stripTrailing() + "\n";
        } catch (TransformerException e) {
            throw new AssertionError("not well-formed", e);
        }
    }
}
