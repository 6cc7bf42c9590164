package uk.gov.warwickshire.gateway.ops.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import uk.gov.warwickshire.gateway.rights.hold.HoldExport;
import uk.gov.warwickshire.gateway.rights.hold.LegalHold;
import uk.gov.warwickshire.gateway.rights.hold.LegalHolds;

/** {@code holds}: legal holds. */
@Command(
        name = "holds",
        description =
                "Works with legal holds, as the console does. Whom a hold covers is read from a file or standard input.",
        mixinStandardHelpOptions = true,
        subcommands = {
            HoldsCommand.ListHolds.class,
            HoldsSaveCommand.class,
            HoldsCommand.Release.class,
            HoldsCommand.Export.class
        })
final class HoldsCommand extends CommandGroup {

    HoldsCommand() {
        super("Say what to do with legal holds.");
    }

    /** {@code holds list}. */
    @Command(name = "list", description = "Lists holds, those in force first.", mixinStandardHelpOptions = true)
    static final class ListHolds extends DatabaseCommand {
        @Override
        int run(CommandBeans beans) {
            List<LegalHold> holds = beans.get(LegalHolds.class).all();
            TextTable table = new TextTable("id", "name", "authority", "state", "children");
            holds.forEach(hold -> table.row(
                    hold.id(),
                    hold.name(),
                    hold.authority(),
                    hold.isInForce() ? "in force" : "released",
                    hold.children()));
            print(holds, holds.isEmpty() ? "There is no hold.\n" : table.toString());
            return ExitCode.OK;
        }
    }

    /** {@code holds release}. */
    @Command(name = "release", description = "Ends a hold.", mixinStandardHelpOptions = true)
    static final class Release extends DatabaseCommand {

        @Parameters(paramLabel = "<id>", description = "Id of the hold.")
        @SuppressWarnings("NullAway.Init") // required
        private UUID id;

        @Mixin
        private final BecauseOption because = new BecauseOption();

        @Override
        int run(CommandBeans beans) {
            act(() -> beans.get(LegalHolds.class).release(id, because.words(), beans.who()));
            return ExitCode.OK;
        }
    }

    /** {@code holds export}. */
    @Command(
            name = "export",
            description = "Writes everything that is kept under a hold to a new zip file, with the hash of each item.",
            mixinStandardHelpOptions = true)
    static final class Export extends DatabaseCommand {

        @Parameters(index = "0", paramLabel = "<id>", description = "Id of the hold.")
        @SuppressWarnings("NullAway.Init") // required
        private UUID id;

        @Parameters(index = "1", paramLabel = "<file>", description = "It must not exist yet.")
        @SuppressWarnings("NullAway.Init") // required
        private Path file;

        @Override
        int run(CommandBeans beans) {
            if (beans.get(LegalHolds.class).find(id).isEmpty()) {
                throw new CommandFailedException("There is no such hold.");
            }
            try (OutputStream out = new BufferedOutputStream(
                    Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
                beans.get(HoldExport.class).write(id, beans.who(), out);
            } catch (IOException e) {
                throw new CommandFailedException("Not written: " + e.getMessage());
            }
            return ExitCode.OK;
        }
    }
}
