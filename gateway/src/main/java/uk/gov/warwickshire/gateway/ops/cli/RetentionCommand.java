package uk.gov.warwickshire.gateway.ops.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import uk.gov.warwickshire.gateway.rights.disposal.TraceDisposals;
import uk.gov.warwickshire.gateway.rights.disposal.TraceReport;
import uk.gov.warwickshire.gateway.rights.retention.RetentionReader;
import uk.gov.warwickshire.gateway.rights.retention.RetentionReader.Line;
import uk.gov.warwickshire.gateway.rights.retention.RetentionReader.Search;

/** {@code retention}: how long what is kept. */
@Command(
        name = "retention",
        description = "Shows how long records and the gateway's own traces are kept.",
        mixinStandardHelpOptions = true,
        subcommands = {RetentionCommand.Dates.class, RetentionCommand.Traces.class})
final class RetentionCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Say what to do with retention.");
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

    /** {@code retention traces}. */
    @Command(
            name = "traces",
            description = {
                "Shows how long the gateway's own traces are kept, the oldest there is of each, and what was disposed of.",
                "Exit code 1 if the last disposal of one failed."
            },
            mixinStandardHelpOptions = true)
    static final class Traces extends DatabaseCommand {

        private static final int SHOWN = 200;

        @Option(names = "--now", description = "Disposes of what is too old first, and does not wait for the night.")
        private boolean now;

        /** Both, for JSON. */
        record Report(List<TraceDisposals.Standing> traces, List<TraceReport.Entry> disposed) {}

        @Override
        int run(CommandBeans beans) {
            TraceDisposals traces = beans.get(TraceDisposals.class);
            if (now) {
                traces.run();
            }
            Report report = new Report(traces.standing(), traces.report(SHOWN));
            TextTable kept = new TextTable("trace", "kept for", "oldest");
            report.traces()
                    .forEach(one -> kept.row(
                            one.period().trace().code(),
                            one.period().period(),
                            one.oldest().map(String::valueOf).orElse("")));
            TextTable disposed = new TextTable("when", "trace", "older than", "where", "number", "outcome", "words");
            report.disposed()
                    .forEach(line -> disposed.row(
                            line.at(),
                            line.trace().code(),
                            line.cutoff(),
                            line.place(),
                            line.number(),
                            line.outcome(),
                            line.words()));
            print(report, kept + System.lineSeparator() + disposed);
            return report.disposed().stream()
                            .filter(line -> line.run().equals(report.disposed().get(0).run()))
                            .anyMatch(line -> line.outcome().equals("FAILED"))
                    ? ExitCode.FINDINGS
                    : ExitCode.OK;
        }
    }
}
