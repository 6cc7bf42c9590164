package uk.gov.warwickshire.gateway.ops.cli;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import uk.gov.warwickshire.gateway.rights.erasure.Erasure;
import uk.gov.warwickshire.gateway.rights.erasure.Erasures;

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
            ErasuresCheckCommand.class,
            ErasuresCommand.Ask.class,
            ErasuresCommand.Approve.class,
            ErasuresCommand.Refuse.class,
            ErasuresCommand.Certificate.class,
            ErasuresRegisterCommand.class,
            ErasuresAgainCommand.class
        })
final class ErasuresCommand extends CommandGroup {

    ErasuresCommand() {
        super("Say what to do with erasures.");
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

    /** {@code erasures ask}. */
    @Command(
            name = "ask",
            description = "Asks for an erasure; another person approves it.",
            mixinStandardHelpOptions = true)
    static final class Ask extends EntryCommand {

        @Mixin
        private final ChildIdFile file = new ChildIdFile();

        @Mixin
        private final BecauseOption because = new BecauseOption();

        @Override
        UUID enter(CommandBeans beans) {
            return beans.get(Erasures.class).ask(file.read(), Optional.empty(), because.words(), beans.who());
        }
    }

    /** A command about one erasure, named by its id. */
    abstract static class OneErasure extends DatabaseCommand {
        @Parameters(paramLabel = "<id>", description = "Id of the erasure.")
        @SuppressWarnings("NullAway.Init") // required
        UUID id;
    }

    /** {@code erasures approve}. */
    @Command(
            name = "approve",
            description = "Approves an erasure that somebody else asked for.",
            mixinStandardHelpOptions = true)
    static final class Approve extends OneErasure {
        @Override
        int run(CommandBeans beans) {
            act(() -> beans.get(Erasures.class).approve(id, beans.who()));
            return ExitCode.OK;
        }
    }

    /** {@code erasures refuse}. */
    @Command(name = "refuse", description = "Refuses an erasure that was asked for.", mixinStandardHelpOptions = true)
    static final class Refuse extends OneErasure {

        @Mixin
        private final BecauseOption because = new BecauseOption();

        @Override
        int run(CommandBeans beans) {
            act(() -> beans.get(Erasures.class).refuse(id, because.words(), beans.who()));
            return ExitCode.OK;
        }
    }

    /** {@code erasures certificate}. */
    @Command(
            name = "certificate",
            description = "Prints the certificate of an erasure.",
            mixinStandardHelpOptions = true)
    static final class Certificate extends OneErasure {
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
}
