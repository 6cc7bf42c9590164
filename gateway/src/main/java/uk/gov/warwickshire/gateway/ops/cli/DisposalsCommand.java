package uk.gov.warwickshire.gateway.ops.cli;

import java.util.List;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import uk.gov.warwickshire.gateway.rights.disposal.DisposalCsv;
import uk.gov.warwickshire.gateway.rights.disposal.DisposalRun;
import uk.gov.warwickshire.gateway.rights.disposal.Disposals;
import uk.gov.warwickshire.gateway.rights.disposal.Preview;

/** {@code disposals}: records whose period is over. */
@Command(
        name = "disposals",
        description =
                "Works with disposals, as the console does: one person asks, another approves, the server erases.",
        mixinStandardHelpOptions = true,
        subcommands = {
            DisposalsCommand.Show.class,
            DisposalsCommand.PreviewDue.class,
            DisposalsCommand.Ask.class,
            DisposalsCommand.Approve.class,
            DisposalsCommand.Refuse.class,
            DisposalsCommand.Children.class
        })
final class DisposalsCommand extends CommandGroup {

    DisposalsCommand() {
        super("Say what to do with disposals.");
    }

    /** {@code disposals list}. */
    @Command(name = "list", description = "Lists disposals, newest first.", mixinStandardHelpOptions = true)
    static final class Show extends DatabaseCommand {
        private static final int MOST = 1000;

        @Override
        int run(CommandBeans beans) {
            List<DisposalRun> runs = beans.get(Disposals.class).latest(MOST);
            TextTable table = new TextTable("id", "state", "asked by", "children", "erased", "left out");
            runs.forEach(one ->
                    table.row(one.id(), one.state(), one.askedBy(), one.children(), one.erased(), one.notErased()));
            print(runs, runs.isEmpty() ? "There is no disposal.\n" : table.toString());
            return ExitCode.OK;
        }
    }

    /** {@code disposals preview}. */
    @Command(
            name = "preview",
            description = "Shows what a disposal today would do, and what blocks the rest; changes nothing.",
            mixinStandardHelpOptions = true)
    static final class PreviewDue extends DatabaseCommand {
        private static final int SHOWN = 50;

        @Override
        int run(CommandBeans beans) {
            Preview preview = beans.get(Disposals.class).preview(SHOWN);
            TextTable table = new TextTable("what", "children");
            preview.classes().forEach(one -> table.row("due: " + one.recordClass(), one.children()));
            preview.blocked()
                    .forEach(one -> table.row("blocked: " + one.obstacle().words(), one.children()));
            table.row("due today", preview.due());
            print(preview, table.toString());
            return ExitCode.OK;
        }
    }

    /** {@code disposals ask}. */
    @Command(
            name = "ask",
            description = "Writes the list down for another person to approve.",
            mixinStandardHelpOptions = true)
    static final class Ask extends EntryCommand {
        @Override
        UUID enter(CommandBeans beans) {
            return beans.get(Disposals.class).ask(beans.who());
        }
    }

    /** A command about one disposal, named by its id. */
    abstract static class OneDisposal extends DatabaseCommand {
        @Parameters(paramLabel = "<id>", description = "Id of the disposal.")
        @SuppressWarnings("NullAway.Init") // required
        UUID id;
    }

    /** {@code disposals approve}. */
    @Command(
            name = "approve",
            description = "Approves a disposal that somebody else asked for.",
            mixinStandardHelpOptions = true)
    static final class Approve extends OneDisposal {
        @Override
        int run(CommandBeans beans) {
            act(() -> beans.get(Disposals.class).approve(id, beans.who()));
            return ExitCode.OK;
        }
    }

    /** {@code disposals refuse}. */
    @Command(name = "refuse", description = "Refuses a disposal.", mixinStandardHelpOptions = true)
    static final class Refuse extends OneDisposal {

        @Mixin
        private final BecauseOption because = new BecauseOption();

        @Override
        int run(CommandBeans beans) {
            act(() -> beans.get(Disposals.class).refuse(id, because.words(), beans.who()));
            return ExitCode.OK;
        }
    }

    /** {@code disposals children}. */
    @Command(
            name = "children",
            description = "Prints a disposal's whole list as CSV, with what became of each child.",
            mixinStandardHelpOptions = true)
    static final class Children extends OneDisposal {
        @Override
        int run(CommandBeans beans) {
            Disposals disposals = beans.get(Disposals.class);
            DisposalRun run =
                    disposals.find(id).orElseThrow(() -> new CommandFailedException("There is no such disposal."));
            List<DisposalRun.Item> items = disposals.items(id, run.children());
            print(items, DisposalCsv.of(items));
            return ExitCode.OK;
        }
    }
}
