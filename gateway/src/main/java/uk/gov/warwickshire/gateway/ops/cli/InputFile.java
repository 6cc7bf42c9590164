package uk.gov.warwickshire.gateway.ops.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What a command reads besides its options: a file, or standard input where none is named. */
final class InputFile {

    private InputFile() {}

    /**
     * Reads all of it.
     *
     * @throws CommandFailedException if it cannot be read
     */
    static byte[] read(@Nullable Path file) {
        try {
            return file == null ? System.in.readAllBytes() : Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new CommandFailedException(
                    file == null
                            ? "Standard input cannot be read."
                            : "The file " + file + " cannot be read. Is it there, and may you read it?");
        }
    }
}
