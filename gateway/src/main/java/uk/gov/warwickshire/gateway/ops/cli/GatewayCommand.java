package uk.gov.warwickshire.gateway.ops.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** Lists the commands. A new one is a class of its own, named here. */
@Command(
        name = "gateway",
        description = "Works with the gateway from the command line. Without a command the server starts.",
        mixinStandardHelpOptions = true,
        versionProvider = GatewayVersion.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done, nothing found", "1:done with findings, or failed", "2:wrong usage"},
        subcommands = {
            CoverageCommand.class,
            PreviewCommand.class,
            MappingTablesCommand.class,
            HealthCommand.class,
            BalanceCommand.class,
            HeldCommand.class,
            MessagesCommand.class,
            ResubmitCommand.class,
            RetryCommand.class,
            DiscardCommand.class,
            ReleaseCommand.class,
            BatchesCommand.class,
            OptOutCommand.class,
            CpIsCommand.class,
            PolicyCommand.class,
            RequestsCommand.class,
            TracesCommand.class,
            RetentionCommand.class,
            HoldsCommand.class,
            DisposalsCommand.class,
            ErasuresCommand.class,
            IndexCommand.class,
            StatesCommand.class,
            HelpCommand.class,
            VersionCommand.class
        })
public final class GatewayCommand extends CommandGroup {

    GatewayCommand() {
        // Reached only by options without a command.
        super("Name a command.");
    }
}
