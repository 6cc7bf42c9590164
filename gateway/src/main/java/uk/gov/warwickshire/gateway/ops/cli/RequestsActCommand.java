package uk.gov.warwickshire.gateway.ops.cli;

import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import uk.gov.warwickshire.gateway.rights.request.RightsRequests;

/** Acts on a request that need a reason and nothing else. */
abstract class RequestsActCommand extends DatabaseCommand {

    @Parameters(paramLabel = "<id>", description = "Id of the request.")
    @SuppressWarnings("NullAway.Init") // required
    private UUID id;

    @Mixin
    private final BecauseOption because = new BecauseOption();

    @Override
    final int run(CommandBeans beans) {
        act(() -> act(beans.get(RightsRequests.class), id, because.words(), beans.who()));
        return ExitCode.OK;
    }

    abstract void act(RightsRequests requests, UUID request, String why, String who);

    /** {@code requests extend}. */
    @Command(name = "extend", description = "Takes two months more.", mixinStandardHelpOptions = true)
    static final class Extend extends RequestsActCommand {
        @Override
        void act(RightsRequests requests, UUID request, String why, String who) {
            requests.extend(request, why, who);
        }
    }

    /** {@code requests withdraw}. */
    @Command(name = "withdraw", description = "The person takes it back.", mixinStandardHelpOptions = true)
    static final class Withdraw extends RequestsActCommand {
        @Override
        void act(RightsRequests requests, UUID request, String why, String who) {
            requests.withdraw(request, why, who);
        }
    }

    /** {@code requests lift}. */
    @Command(
            name = "lift",
            description = "Ends a restriction, objection or consent; what may be shared is sent again.",
            mixinStandardHelpOptions = true)
    static final class Lift extends RequestsActCommand {
        @Override
        void act(RightsRequests requests, UUID request, String why, String who) {
            requests.lift(request, why, who);
        }
    }

    /** {@code requests note}. */
    @Command(name = "note", description = "Adds to the log what was done elsewhere.", mixinStandardHelpOptions = true)
    static final class Note extends RequestsActCommand {
        @Override
        void act(RightsRequests requests, UUID request, String why, String who) {
            requests.note(request, why, who);
        }
    }
}
