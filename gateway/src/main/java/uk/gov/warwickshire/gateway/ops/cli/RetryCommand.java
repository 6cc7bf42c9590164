package uk.gov.warwickshire.gateway.ops.cli;

import picocli.CommandLine.Command;
import uk.gov.warwickshire.gateway.ops.messages.Act;

/** {@code retry}: Has deliveries that wait for their next attempt (RETRYING) tried at once. */
@Command(
        name = "retry",
        description = "Has deliveries that wait for their next attempt (RETRYING) tried at once.",
        mixinStandardHelpOptions = true)
final class RetryCommand extends ActCommand {

    RetryCommand() {
        super(Act.RETRY);
    }
}
