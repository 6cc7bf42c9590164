package uk.gov.warwickshire.gateway.ops.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import uk.gov.warwickshire.gateway.rights.retention.RetentionReader;
import uk.gov.warwickshire.gateway.rights.retention.RetentionReader.Line;
import uk.gov.warwickshire.gateway.rights.retention.RetentionReader.Search;

/** {@code retention}: how long what is kept. */
@Command(
        name = "retention",
        description = "Shows how long records are kept.",
        mixinStandardHelpOptions = true,
        subcommands = RetentionCommand.Dates.class)
final class RetentionCommand extends CommandGroup {

    RetentionCommand() {
        super("Say what to do with retention.");
    }

    /** {@code retention dates}. */
    @Command(
            name = "dates",
            description = "Lists children with their dates of review and disposal, soonest first.",
            mixinStandardHelpOptions = true)
    static final class Dates extends DatabaseCommand {

        private static final int MOST = 10_000;

        @Option(names = "--outcome", description = "OPEN, DATED or REVIEW.")
        private @Nullable String outcome;

        @Option(names = "--class", paramLabel = "<code>", description = "Class whose period ends last.")
        private @Nullable String recordClass;

        @Option(names = "--from", paramLabel = "<day>", description = "Earliest day of disposal.")
        private @Nullable LocalDate from;

        @Option(names = "--until", paramLabel = "<day>", description = "Latest day of disposal.")
        private @Nullable LocalDate until;

        @Override
        int run(CommandBeans beans) {
            List<Line> found = beans.get(RetentionReader.class)
                    .find(
                            new Search(
                                    Optional.empty(),
                                    Optional.ofNullable(outcome),
                                    Optional.ofNullable(recordClass),
                                    Optional.ofNullable(from),
                                    Optional.ofNullable(until)),
                            MOST);
            TextTable table = new TextTable("child", "outcome", "class or reason", "review", "disposal");
            found.forEach(line -> table.row(
                    line.childId(),
                    line.outcome(),
                    line.recordClass().orElse(String.join(" ", line.reasons())),
                    line.reviewOn().map(LocalDate::toString).orElse(""),
                    line.disposeFrom().map(LocalDate::toString).orElse("")));
            print(found, found.isEmpty() ? "There is none.\n" : table.toString());
            return ExitCode.OK;
        }
    }
}
