package uk.gov.warwickshire.mappings.cpis.inbound;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The documents under `src/test/resources/cpis/inbound`. */
final class Documents {

    private static final CpIsInboundReader READER = new CpIsInboundReader(XmlLimits.DEFAULT);

    private Documents() {}

    static String text(String name) {
        try {
            return Files.readString(Path.of("src/test/resources/cpis/inbound", name + ".xml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CpIsInbound read(String name) {
        return parse(text(name));
    }

    static CpIsInbound parse(String document) {
        return parse(document.getBytes(StandardCharsets.UTF_8));
    }

    static CpIsInbound parse(byte[] document) {
        return READER.read(new ByteArrayInputStream(document));
    }
}
