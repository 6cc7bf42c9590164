package uk.gov.warwickshire.mappings.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bytes that can be read more than once: a reader first looks at the whole to find its encoding, then reads it. */
@FunctionalInterface
public interface ByteSource {

    /** A new stream from the first byte; the caller closes it. */
    InputStream open() throws IOException;

    static ByteSource of(Path file) {
        return () -> Files.newInputStream(file);
    }

    /** The array is not copied and must not be changed afterwards. */
    static ByteSource of(byte[] bytes) {
        return () -> new ByteArrayInputStream(bytes);
    }
}
