package uk.gov.warwickshire.gateway.ops.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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
public final class GatewayCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /** Reached only by options without a command. */
    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Name a command.");
    }
}
