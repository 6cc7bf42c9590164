package uk.gov.warwickshire.gateway.ops.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import uk.gov.warwickshire.gateway.rights.traces.TraceDisposals;
import uk.gov.warwickshire.gateway.rights.traces.TraceOutlook;
import uk.gov.warwickshire.gateway.rights.traces.TraceReport;

/** {@code traces}: what the gateway keeps of its own work, what would go next, and what went. */
@Command(
        name = "traces",
        description =
                "Shows how long the gateway's own traces are kept, what the next run would remove, and the reports of the last"
                        + " runs. Exit code 1 if the last run did not get to its end.",
        mixinStandardHelpOptions = true)
final class TracesCommand extends DatabaseCommand {

    @Option(names = "--limit", defaultValue = "7", description = "How many reports; ${DEFAULT-VALUE} if not given.")
    private int limit;

    /** As `--json` has it. */
    private record Found(List<TraceOutlook> next, List<TraceReport> reports) {}

    @Override
    int run(CommandBeans beans) {
        TraceDisposals disposals = beans.get(TraceDisposals.class);
        Found found = new Found(disposals.outlook(), disposals.latest(limit));
        TextTable next = new TextTable("place", "kept", "older than", "would go", "would stay");
        found.next()
                .forEach(one -> next.row(
                        one.place(),
                        one.period(),
                        one.before(),
                        one.due() + " " + one.unit(),
                        one.keptBack() + " " + one.unit()));
        TextTable done = new TextTable("run", "place", "period", "older than", "removed", "kept back", "problem");
        found.reports().forEach(report -> report.lines().stream()
                .filter(TraceReport.Line::isOfNote)
                .forEach(line -> done.row(
                        report.startedAt(),
                        line.place(),
                        line.period(),
                        line.before(),
                        line.removed() + " " + line.unit(),
                        line.keptBack() + " " + line.unit(),
                        line.problem().orElse(""))));
        String last = found.reports().isEmpty()
                ? "There was no run yet.\n"
                : "Last run: " + found.reports().get(0).startedAt() + ".\n";
        print(found, next + "\n" + last + done);
        return found.reports().stream().limit(1).anyMatch(TraceReport::hasProblems) ? ExitCode.FINDINGS : ExitCode.OK;
    }
}
