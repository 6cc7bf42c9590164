package uk.gov.warwickshire.gateway.ops.cli;

import java.util.List;
import picocli.CommandLine.Command;
import uk.gov.warwickshire.gateway.cpis.CpIsWorkItem;
import uk.gov.warwickshire.gateway.cpis.CpIsWorkQueue;

/** {@code cp-is queue}: what about children waits for a person. */
@Command(
        name = "queue",
        description = "Lists what waits for a person, most urgent first. Exit code 1 if there is anything.",
        mixinStandardHelpOptions = true)
final class CpIsQueueCommand extends DatabaseCommand {

    @Override
    int run(CommandBeans beans) {
        List<CpIsWorkItem> items = beans.get(CpIsWorkQueue.class).all();
        TextTable table = new TextTable("person", "since", "code", "what", "remedy");
        items.forEach(item -> table.row(item.personId(), item.since(), item.code(), item.meaning(), item.remedy()));
        print(items, items.isEmpty() ? "Nothing waits.\n" : table.toString());
        return items.isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
    }
}
