package uk.gov.warwickshire.gateway.ops.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.gov.warwickshire.gateway.cpis.CpIsActions;

/** {@code cp-is continue-after <number>}: after a restore, so that no number is used for two contents. */
@Command(
        name = "continue-after",
        description = {
            "Has the next upload file take a number above this one. For a database that was restored to an earlier time: files",
            "that were sent since then have used numbers it does not know. Give the last number that CP-IS has seen, and run it",
            "before the gateway starts. Numbers never go back."
        },
        mixinStandardHelpOptions = true)
final class CpIsContinueCommand extends DatabaseCommand {

    /** For JSON. */
    record Continued(long next) {}

    @Parameters(paramLabel = "<number>", description = "The last number that CP-IS has seen.")
    private long number;

    @Option(names = "--why", required = true, paramLabel = "<reason>", description = "Stands in the log of acts.")
    @SuppressWarnings("NullAway.Init") // required
    private String why;

    @Override
    int run(CommandBeans beans) {
        act(() -> beans.get(CpIsActions.class).continueAfter(number, beans.who(), why));
        long next = number + 1;
        print(new Continued(next), "The next file will be number " + next + "." + System.lineSeparator());
        return ExitCode.OK;
    }
}
