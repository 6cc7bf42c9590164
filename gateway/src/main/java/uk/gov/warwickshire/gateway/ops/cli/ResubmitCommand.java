package uk.gov.warwickshire.gateway.ops.cli;

import picocli.CommandLine.Command;
import uk.gov.warwickshire.gateway.ops.messages.Act;

/** {@code resubmit}: Sends DEAD deliveries again, each as a new one that names the old. */
@Command(
        name = "resubmit",
        description = "Sends DEAD deliveries again, each as a new one that names the old.",
        mixinStandardHelpOptions = true)
final class ResubmitCommand extends ActCommand {

    ResubmitCommand() {
        super(Act.RESUBMIT);
    }
}
