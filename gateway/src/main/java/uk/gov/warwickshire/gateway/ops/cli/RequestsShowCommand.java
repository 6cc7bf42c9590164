package uk.gov.warwickshire.gateway.ops.cli;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import uk.gov.warwickshire.gateway.rights.request.FulfilmentProof;
import uk.gov.warwickshire.gateway.rights.request.ProofCollector;
import uk.gov.warwickshire.gateway.rights.request.RequestEvent;
import uk.gov.warwickshire.gateway.rights.request.RightsRequest;
import uk.gov.warwickshire.gateway.rights.request.RightsRequests;

/** {@code requests show}. */
@Command(name = "show", description = "Shows a request, its proof and its log.", mixinStandardHelpOptions = true)
final class RequestsShowCommand extends DatabaseCommand {

    @Parameters(paramLabel = "<id>", description = "Id of the request.")
    @SuppressWarnings("NullAway.Init") // required
    private UUID id;

    /** All of it, for JSON. */
    record Shown(RequestView request, Optional<FulfilmentProof> proof, List<RequestEvent> log) {}

    @Override
    int run(CommandBeans beans) {
        RightsRequests requests = beans.get(RightsRequests.class);
        RightsRequest request =
                requests.find(id).orElseThrow(() -> new CommandFailedException("There is no such request."));
        Optional<FulfilmentProof> proof = beans.get(ProofCollector.class).of(request);
        List<RequestEvent> log = requests.log(id);
        RequestView view = RequestView.of(request, requests.today());
        TextTable table = new TextTable("when", "who", "what", "");
        log.forEach(event ->
                table.row(event.at(), event.who(), event.what(), event.words().replace('\n', ' ')));
        print(
                new Shown(view, proof, log),
                view.kind() + " of child " + view.childId() + ": " + view.state() + ", " + view.urgency() + ", "
                        + view.clock() + System.lineSeparator()
                        + proof.map(found -> found.inWords() + System.lineSeparator())
                                .orElse("") + table);
        return ExitCode.OK;
    }
}
