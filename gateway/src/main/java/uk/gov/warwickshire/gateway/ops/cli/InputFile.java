package uk.gov.warwickshire.gateway.ops.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What a command reads besides its options: a file, or standard input where none is named. */
final class InputFile {

    private InputFile() {}

    /** @return all of it @throws UncheckedIOException if it cannot be read */
    static byte[] read(@Nullable Path file) {
        try {
            return file == null ? System.in.readAllBytes() : Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
