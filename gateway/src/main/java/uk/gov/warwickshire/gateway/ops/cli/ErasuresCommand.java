package uk.gov.warwickshire.gateway.ops.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
import tools.jackson.databind.json.JsonMapper;
import uk.gov.warwickshire.gateway.rights.erasure.Erasure;
import uk.gov.warwickshire.gateway.rights.erasure.ErasureCause;
import uk.gov.warwickshire.gateway.rights.erasure.ErasureRegister;
import uk.gov.warwickshire.gateway.rights.erasure.ErasureRegister.Done;
import uk.gov.warwickshire.gateway.rights.erasure.ErasureRegister.Repeated;
import uk.gov.warwickshire.gateway.rights.erasure.ErasureRules.Verdict;
import uk.gov.warwickshire.gateway.rights.erasure.ErasureSteps;
import uk.gov.warwickshire.gateway.rights.erasure.Erasures;
import uk.gov.warwickshire.gateway.rights.erasure.Obstacle;

/** {@code erasures}: persons who are erased. */
@Command(
        name = "erasures",
        description = {
            "Works with erasures, as the console does. Whom an erasure is about is read from a file or standard input, never from",
            "the command line, which others can see."
        },
        mixinStandardHelpOptions = true,
        subcommands = {
            ErasuresCommand.Show.class,
            ErasuresCommand.Check.class,
            ErasuresCommand.Ask.class,
            ErasuresCommand.Approve.class,
            ErasuresCommand.Refuse.class,
            ErasuresCommand.Certificate.class,
            ErasuresCommand.Register.class,
            ErasuresCommand.Again.class
        })
final class ErasuresCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Say what to do with erasures.");
    }

    private static String child(@Nullable Path file) {
        String id = new String(bytes(file), StandardCharsets.UTF_8).strip();
        if (id.isEmpty()) {
            throw new CommandFailedException("No id of a child was given.");
        }
        return id;
    }

    private static byte[] bytes(@Nullable Path file) {
        try {
            return file == null ? System.in.readAllBytes() : Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code erasures list}. */
    @Command(name = "list", description = "Lists erasures, newest first.", mixinStandardHelpOptions = true)
    static final class Show extends DatabaseCommand {
        private static final int MOST = 10_000;

        @Override
        int run(CommandBeans beans) {
            List<Erasure> erasures = beans.get(Erasures.class).latest(MOST);
            TextTable table = new TextTable("id", "person", "cause", "state", "asked by", "approved by");
            erasures.forEach(one -> table.row(
                    one.id(),
                    one.childId().orElse(one.pseudonym()),
                    one.cause(),
                    one.state(),
                    one.askedBy(),
                    one.approvedBy().orElse("")));
            print(erasures, erasures.isEmpty() ? "There is no erasure.\n" : table.toString());
            return ExitCode.OK;
        }
    }

    /** {@code erasures check}. */
    @Command(
            name = "check",
            description =
                    "Shows what stands against erasing a child, or that it was erased. Exit code 1 if something does.",
            mixinStandardHelpOptions = true)
    static final class Check extends DatabaseCommand {

        @Parameters(arity = "0..1", paramLabel = "<file>", description = "With the id; standard input if not given.")
        private @Nullable Path file;

        /** Both, for JSON. */
        record Checked(List<Obstacle> obstacles, Optional<String> from, List<UUID> erasedBy) {}

        @Override
        int run(CommandBeans beans) {
            String child = child(file);
            Erasures erasures = beans.get(Erasures.class);
            Verdict verdict = erasures.verdict(child, ErasureCause.REQUEST);
            List<UUID> erased =
                    erasures.ofErased(child).stream().map(Erasure::id).toList();
            TextTable table = new TextTable("what", "words");
            erased.forEach(id -> table.row("erased", id));
            verdict.inOrder().forEach(obstacle -> table.row(obstacle, obstacle.words()));
            verdict.from().ifPresent(day -> table.row("period over", day));
            print(new Checked(verdict.inOrder(), verdict.from().map(String::valueOf), erased), table.toString());
            return verdict.mayBeErased() ? ExitCode.OK : ExitCode.FINDINGS;
        }
    }

    /** {@code erasures ask}. */
    @Command(
            name = "ask",
            description = "Asks for an erasure; another person approves it.",
            mixinStandardHelpOptions = true)
    static final class Ask extends DatabaseCommand {

        @Parameters(arity = "0..1", paramLabel = "<file>", description = "With the id; standard input if not given.")
        private @Nullable Path file;

        @Option(names = "--because", required = true, description = "Why, in a sentence without names.")
        @SuppressWarnings("NullAway.Init") // required
        private String because;

        @Override
        int run(CommandBeans beans) {
            List<UUID> asked = new ArrayList<>();
            act(() -> asked.add(beans.get(Erasures.class).ask(child(file), Optional.empty(), because, beans.who())));
            print(Map.of("id", asked.get(0)), asked.get(0) + System.lineSeparator());
            return ExitCode.OK;
        }
    }

    /** {@code erasures approve}. */
    @Command(
            name = "approve",
            description = "Approves an erasure that somebody else asked for.",
            mixinStandardHelpOptions = true)
    static final class Approve extends DatabaseCommand {

        @Parameters(paramLabel = "<id>", description = "Id of the erasure.")
        @SuppressWarnings("NullAway.Init") // required
        private UUID id;

        @Override
        int run(CommandBeans beans) {
            act(() -> beans.get(Erasures.class).approve(id, beans.who()));
            return ExitCode.OK;
        }
    }

    /** {@code erasures refuse}. */
    @Command(name = "refuse", description = "Refuses an erasure that was asked for.", mixinStandardHelpOptions = true)
    static final class Refuse extends DatabaseCommand {

        @Parameters(paramLabel = "<id>", description = "Id of the erasure.")
        @SuppressWarnings("NullAway.Init") // required
        private UUID id;

        @Option(names = "--because", required = true, description = "Why, in a sentence without names.")
        @SuppressWarnings("NullAway.Init") // required
        private String because;

        @Override
        int run(CommandBeans beans) {
            act(() -> beans.get(Erasures.class).refuse(id, because, beans.who()));
            return ExitCode.OK;
        }
    }

    /** {@code erasures certificate}. */
    @Command(
            name = "certificate",
            description = "Prints the certificate of an erasure.",
            mixinStandardHelpOptions = true)
    static final class Certificate extends DatabaseCommand {

        @Parameters(paramLabel = "<id>", description = "Id of the erasure.")
        @SuppressWarnings("NullAway.Init") // required
        private UUID id;

        @Override
        int run(CommandBeans beans) {
            String certificate = beans.get(Erasures.class)
                    .find(id)
                    .flatMap(Erasure::certificate)
                    .orElseThrow(() -> new CommandFailedException("There is no certificate: it is not done."));
            print(JsonMapper.shared().readTree(certificate), certificate + System.lineSeparator());
            return ExitCode.OK;
        }
    }

    /** {@code erasures register}. */
    @Command(
            name = "register",
            description = {
                "Prints every erasure that is done, as JSON that names nobody. Keep it outside the database, newer than the",
                "newest backup: with it what a restore brings back is erased again."
            },
            mixinStandardHelpOptions = true)
    static final class Register extends DatabaseCommand {
        @Override
        int run(CommandBeans beans) {
            List<Done> done = beans.get(ErasureRegister.class).done();
            print(done, JsonMapper.shared().writeValueAsString(done) + System.lineSeparator());
            return ExitCode.OK;
        }
    }

    /** {@code erasures again}. */
    @Command(
            name = "again",
            description = {
                "After a restore to an earlier time: begins again every erasure of the register that the database has forgotten.",
                "Exit code 1 if one is blocked."
            },
            mixinStandardHelpOptions = true)
    static final class Again extends DatabaseCommand {

        @Parameters(arity = "0..1", paramLabel = "<file>", description = "The register; standard input if not given.")
        private @Nullable Path file;

        @Override
        int run(CommandBeans beans) {
            Repeated repeated = beans.get(ErasureRegister.class).again(register());
            // Shut before a gateway starts: no partner is shown, and no region sent, what had been erased.
            beans.get(ErasureSteps.class).advance();
            TextTable table = new TextTable("what", "number");
            table.row("known to the database", repeated.known());
            table.row("kept out again", repeated.tombstonesLaid());
            table.row("begun again", repeated.begun());
            repeated.waiting().forEach(one -> table.row("blocked", one));
            print(repeated, table.toString());
            return repeated.waiting().isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
        }

        private List<Done> register() {
            try {
                return List.of(JsonMapper.shared().readValue(bytes(file), Done[].class));
            } catch (JacksonException unreadable) {
                throw new CommandFailedException("This is not a register of erasures.");
            }
        }
    }
}
