package uk.gov.warwickshire.gateway.ops.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import uk.gov.warwickshire.gateway.intake.Batch;
import uk.gov.warwickshire.gateway.intake.BatchState;
import uk.gov.warwickshire.gateway.intake.Batches;

/** {@code batches}: the files that came in. */
@Command(
        name = "batches",
        description = "Lists the files that came in, newest first. Exit code 1 if one of them failed.",
        mixinStandardHelpOptions = true)
final class BatchesCommand extends DatabaseCommand {

    @Option(names = "--limit", defaultValue = "20", description = "How many; ${DEFAULT-VALUE} if not given.")
    private int limit;

    @Override
    int run(CommandBeans beans) {
        List<Batch> found = beans.get(Batches.class).latest(limit);
        TextTable table = new TextTable("received", "format", "state", "children", "changed", "rejected", "name");
        found.forEach(batch -> table.row(
                batch.receivedAt(),
                batch.format().code(),
                batch.state() + batch.failure().map(why -> ": " + why).orElse(""),
                batch.counters().received(),
                batch.counters().changed(),
                batch.counters().rejected(),
                batch.name()));
        print(found, table.toString());
        return found.stream().anyMatch(batch -> batch.state() == BatchState.FAILED) ? ExitCode.FINDINGS : ExitCode.OK;
    }
}
