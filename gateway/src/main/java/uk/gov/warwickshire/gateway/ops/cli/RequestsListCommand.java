package uk.gov.warwickshire.gateway.ops.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import uk.gov.warwickshire.gateway.rights.request.RightsRequests;

/** {@code requests list}. */
@Command(
        name = "list",
        description = "Lists open requests, due first on top. Exit code 1 if one is overdue or due within two days.",
        mixinStandardHelpOptions = true)
final class RequestsListCommand extends DatabaseCommand {

    private static final int MOST = 10_000;

    @Option(names = "--all", description = "Answered ones too, newest first.")
    private boolean all;

    @Override
    int run(CommandBeans beans) {
        RightsRequests requests = beans.get(RightsRequests.class);
        List<RequestView> found = (all ? requests.latest(MOST) : requests.open(MOST))
                .stream()
                        .map(request -> RequestView.of(request, requests.today()))
                        .toList();
        TextTable table = new TextTable("id", "kind", "child", "state", "due", "clock");
        found.forEach(one -> table.row(
                one.id(), one.kind(), one.childId(), one.state(), one.dueOn(), one.urgency() + ": " + one.clock()));
        print(found, found.isEmpty() ? "There is no request.\n" : table.toString());
        return found.stream().anyMatch(one -> one.urgency().equals("RED")) ? ExitCode.FINDINGS : ExitCode.OK;
    }
}
