package uk.gov.warwickshire.gateway.ops.cli;

import picocli.CommandLine.Command;
import uk.gov.warwickshire.gateway.ops.messages.Act;

/** {@code release}: Has HELD deliveries decided again at once; they are sent only if the gate clears them. */
@Command(
        name = "release",
        description = "Has HELD deliveries decided again at once; they are sent only if the gate clears them.",
        mixinStandardHelpOptions = true)
final class ReleaseCommand extends ActCommand {

    ReleaseCommand() {
        super(Act.RELEASE);
    }
}
