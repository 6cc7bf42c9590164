package uk.gov.warwickshire.gateway.ops.cli;

import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.gov.warwickshire.gateway.rights.request.Ground;
import uk.gov.warwickshire.gateway.rights.request.RightsRequests;

/** {@code requests decide}. */
@Command(
        name = "decide",
        description = {
            "Grants or refuses a request, as the ground has it. A restriction or objection is in force at once, everywhere but",
            "at CP-IS, which is statutory and goes on."
        },
        mixinStandardHelpOptions = true)
final class RequestsDecideCommand extends DatabaseCommand {

    @Parameters(paramLabel = "<id>", description = "Id of the request.")
    @SuppressWarnings("NullAway.Init") // required
    private UUID id;

    @Option(names = "--ground", required = true, description = "Code of the ground; a wrong one lists them.")
    @SuppressWarnings("NullAway.Init") // required
    private String ground;

    @Mixin
    private final BecauseOption because = new BecauseOption();

    @Override
    int run(CommandBeans beans) {
        Ground chosen = Ground.ofCode(ground)
                .orElseThrow(() -> new CommandFailedException("The grounds are: "
                        + Arrays.stream(Ground.values()).map(Ground::code).collect(Collectors.joining(", ")) + "."));
        act(() -> beans.get(RightsRequests.class).decide(id, chosen, because.words(), beans.who()));
        return ExitCode.OK;
    }
}
