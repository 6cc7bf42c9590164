package uk.gov.warwickshire.gateway.ops.cli;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import uk.gov.warwickshire.gateway.rights.correction.Corrections;
import uk.gov.warwickshire.gateway.rights.request.RightsRequest;
import uk.gov.warwickshire.gateway.rights.request.RightsRequests;

/** {@code requests dispute}. */
@Command(
        name = "dispute",
        description = "Marks an element of the record as disputed; without one, lists those that can be.",
        mixinStandardHelpOptions = true)
final class RequestsDisputeCommand extends DatabaseCommand {

    @Parameters(index = "0", paramLabel = "<id>", description = "Id of the request for rectification.")
    @SuppressWarnings("NullAway.Init") // required
    private UUID id;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "<Type/id#element>",
            description = "For instance Patient/1a2b#name.")
    private @Nullable String what;

    @Override
    int run(CommandBeans beans) {
        RightsRequest request = beans.get(RightsRequests.class)
                .find(id)
                .orElseThrow(() -> new CommandFailedException("There is no such request."));
        Corrections corrections = beans.get(Corrections.class);
        Optional<String> named = Optional.ofNullable(what);
        if (named.isEmpty()) {
            List<String> elements = corrections.disputable(request.childId()).entrySet().stream()
                    .flatMap(resource -> resource.getValue().stream()
                            .map(element -> resource.getKey().reference() + "#" + element))
                    .toList();
            print(elements, String.join("\n", elements) + "\n");
            return ExitCode.OK;
        }
        String[] parts = named.get().split("[/#]", 3);
        if (parts.length < 3) {
            throw new CommandFailedException("Name it as Type/id#element.");
        }
        act(() -> corrections.dispute(request, parts[0], parts[1], parts[2], beans.who()));
        return ExitCode.OK;
    }
}
