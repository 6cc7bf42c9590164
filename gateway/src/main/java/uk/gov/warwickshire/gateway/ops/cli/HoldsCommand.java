package uk.gov.warwickshire.gateway.ops.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.gov.warwickshire.gateway.rights.hold.HoldExport;
import uk.gov.warwickshire.gateway.rights.hold.HoldScope;
import uk.gov.warwickshire.gateway.rights.hold.LegalHold;
import uk.gov.warwickshire.gateway.rights.hold.LegalHolds;
import uk.gov.warwickshire.gateway.rights.hold.NewHold;

/** {@code holds}: legal holds. */
@Command(
        name = "holds",
        description =
                "Works with legal holds, as the console does. Whom a hold covers is read from a file or standard input.",
        mixinStandardHelpOptions = true,
        subcommands = {
            HoldsCommand.ListHolds.class,
            HoldsCommand.Save.class,
            HoldsCommand.Release.class,
            HoldsCommand.Export.class
        })
final class HoldsCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Say what to do with legal holds.");
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

    /** {@code holds save}. */
    @Command(
            name = "save",
            description = {
                "Saves a hold from JSON: name, authority, why, scopes, each with kind (child, family, service, place, worker,",
                "period, query), value, and from, until where only some days matter. Prints its id and whom it covers.",
                "Exit code 1 if it covers nobody now."
            },
            mixinStandardHelpOptions = true)
    static final class Save extends DatabaseCommand {

        @Parameters(arity = "0..1", paramLabel = "<file>", description = "Standard input if not given.")
        private @Nullable Path file;

        @Override
        int run(CommandBeans beans) {
            LegalHolds holds = beans.get(LegalHolds.class);
            List<UUID> saved = new ArrayList<>();
            act(() -> saved.add(holds.save(entered(), beans.who())));
            UUID id = saved.get(0);
            long children = holds.find(id).map(LegalHold::children).orElse(0L);
            print(
                    Map.of("id", id, "children", children),
                    id + ": covers " + children + (children == 1 ? " child now" : " children now")
                            + System.lineSeparator());
            return children == 0 ? ExitCode.FINDINGS : ExitCode.OK;
        }

        private NewHold entered() {
            try {
                JsonNode json = JsonMapper.shared()
                        .readTree(file == null ? System.in.readAllBytes() : Files.readAllBytes(file));
                List<HoldScope> scopes = new ArrayList<>();
                json.path("scopes").forEach(scope -> scopes.add(scope(scope)));
                return new NewHold(text(json, "name"), text(json, "authority"), text(json, "why"), scopes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (JacksonException | DateTimeException unreadable) {
                throw new IllegalArgumentException("it is not JSON, or a day is none", unreadable);
            }
        }

        private static HoldScope scope(JsonNode json) {
            String kind = text(json, "kind").toUpperCase(Locale.ROOT);
            return new HoldScope(
                    List.of(HoldScope.Kind.values()).stream()
                            .filter(one -> one.name().equals(kind))
                            .findFirst()
                            .orElseThrow(() -> new IllegalArgumentException("kind is none of those of the help")),
                    text(json, "value"),
                    day(json, "from"),
                    day(json, "until"));
        }

        private static Optional<LocalDate> day(JsonNode json, String name) {
            return Optional.of(text(json, name)).filter(day -> !day.isEmpty()).map(LocalDate::parse);
        }

        private static String text(JsonNode json, String name) {
            return json.path(name).asString("");
        }
    }

    /** {@code holds release}. */
    @Command(name = "release", description = "Ends a hold.", mixinStandardHelpOptions = true)
    static final class Release extends DatabaseCommand {

        @Parameters(paramLabel = "<id>", description = "Id of the hold.")
        @SuppressWarnings("NullAway.Init") // required
        private UUID id;

        @Option(names = "--because", required = true, description = "Why, in a sentence without names.")
        @SuppressWarnings("NullAway.Init") // required
        private String because;

        @Override
        int run(CommandBeans beans) {
            act(() -> beans.get(LegalHolds.class).release(id, because, beans.who()));
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
