package uk.gov.warwickshire.gateway.ops.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** Which child a command is about. It is not an argument, because others can see the command line. */
final class ChildIdFile {

    @Parameters(arity = "0..1", paramLabel = "<file>", description = "With the id; standard input if not given.")
    private @Nullable Path file;

    /**
     * Reads the id, once: standard input cannot be read again.
     *
     * @throws CommandFailedException if nothing was given
     */
    String read() {
        String id = new String(InputFile.read(file), StandardCharsets.UTF_8).strip();
        if (id.isEmpty()) {
            throw new CommandFailedException("No id of a child was given.");
        }
        return id;
    }
}
