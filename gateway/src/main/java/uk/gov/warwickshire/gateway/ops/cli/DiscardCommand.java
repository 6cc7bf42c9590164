package uk.gov.warwickshire.gateway.ops.cli;

import picocli.CommandLine.Command;
import uk.gov.warwickshire.gateway.ops.messages.Act;

/** {@code discard}: Gives DEAD deliveries up; more than one when a second person has agreed at the console. */
@Command(
        name = "discard",
        description = "Gives DEAD deliveries up; more than one when a second person has agreed at the console.",
        mixinStandardHelpOptions = true)
final class DiscardCommand extends ActCommand {

    DiscardCommand() {
        super(Act.DISCARD);
    }
}
