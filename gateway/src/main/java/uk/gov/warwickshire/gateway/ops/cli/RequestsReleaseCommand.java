package uk.gov.warwickshire.gateway.ops.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import uk.gov.warwickshire.gateway.rights.pack.SubjectAccessPacks;

/** {@code requests release}. */
@Command(
        name = "release",
        description = {
            "Releases a reviewed pack: writes the encrypted archive to a new file and prints its password, which is kept",
            "nowhere. Tell it to the person another way than the archive."
        },
        mixinStandardHelpOptions = true)
final class RequestsReleaseCommand extends DatabaseCommand {

    @Parameters(index = "0", paramLabel = "<id>", description = "Id of the request.")
    @SuppressWarnings("NullAway.Init") // required
    private UUID id;

    @Parameters(
            index = "1",
            paramLabel = "<file>",
            description = "A file that is not there yet, for instance pack.zip.")
    @SuppressWarnings("NullAway.Init") // required
    private Path file;

    @Override
    int run(CommandBeans beans) {
        if (Files.exists(file)) {
            throw new CommandFailedException("There is such a file already.");
        }
        SubjectAccessPacks packs = beans.get(SubjectAccessPacks.class);
        act(() -> {
            String password = packs.release(id, beans.who());
            try {
                Files.write(file, packs.archive(id).orElseThrow(), StandardOpenOption.CREATE_NEW);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            print(Map.of("password", password), password + System.lineSeparator());
        });
        return ExitCode.OK;
    }
}
