package uk.gov.warwickshire.gateway.ops.cli;

import picocli.CommandLine.Command;

/** {@code requests}: what people ask for by their rights. */
@Command(
        name = "requests",
        description = {
            "Works with the requests that people make by their rights under the UK GDPR, as the console does. Who and what a",
            "request is about is read from a file or standard input, never from the command line, which others can see."
        },
        mixinStandardHelpOptions = true,
        subcommands = {
            RequestsListCommand.class,
            RequestsShowCommand.class,
            RequestsAddCommand.class,
            RequestsConfirmCommand.class,
            RequestsDecideCommand.class,
            RequestsActCommand.Extend.class,
            RequestsActCommand.Withdraw.class,
            RequestsActCommand.Lift.class,
            RequestsActCommand.Note.class,
            RequestsDisputeCommand.class,
            RequestsPackCommand.class,
            RequestsItemCommand.class,
            RequestsReleaseCommand.class
        })
final class RequestsCommand extends CommandGroup {

    RequestsCommand() {
        super("Say what to do with requests.");
    }
}
