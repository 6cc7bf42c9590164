package uk.gov.warwickshire.gateway.ops.cli;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.gov.warwickshire.gateway.rights.request.RightsRequests;

/** {@code requests confirm}. */
@Command(
        name = "confirm",
        description = "Confirms identity and capacity of whoever asks, in your name.",
        mixinStandardHelpOptions = true)
final class RequestsConfirmCommand extends DatabaseCommand {

    @Parameters(paramLabel = "<id>", description = "Id of the request.")
    @SuppressWarnings("NullAway.Init") // required
    private UUID id;

    @Option(
            names = "--evidence",
            required = true,
            description = "What was seen: kinds of document, no numbers or names.")
    @SuppressWarnings("NullAway.Init") // required
    private String evidence;

    @Option(names = "--came-on", description = "Where it had to be asked for: the day on which it came.")
    private @Nullable LocalDate cameOn;

    @Override
    int run(CommandBeans beans) {
        act(() -> beans.get(RightsRequests.class).confirm(id, evidence, Optional.ofNullable(cameOn), beans.who()));
        return ExitCode.OK;
    }
}
