package uk.gov.warwickshire.gateway.ops.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.gov.warwickshire.gateway.cpis.CpIsActions;
import uk.gov.warwickshire.gateway.cpis.CpIsFile;
import uk.gov.warwickshire.gateway.cpis.CpIsFiles;

/** {@code cp-is file <number>}: one upload file, and what a person does about it. */
@Command(
        name = "file",
        description = "Shows one upload file, or settles one that needs a person (gateway/docs/cp-is.md).",
        mixinStandardHelpOptions = true)
final class CpIsFileCommand extends DatabaseCommand {

    /** What to do. */
    enum Act {
        RESEND,
        ARRIVED,
        GIVE_UP;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Parameters(paramLabel = "<number>", description = "Number of the file.")
    private long number;

    @Option(names = "--act", description = "${COMPLETION-CANDIDATES}")
    private @Nullable Act act;

    @Option(names = "--why", paramLabel = "<reason>", description = "The reason; stands in the log of acts.")
    private String why = "";

    @Override
    int run(CommandBeans beans) {
        CpIsFiles files = beans.get(CpIsFiles.class);
        if (act != null) {
            Act wanted = act;
            CpIsActions actions = beans.get(CpIsActions.class);
            act(() -> {
                switch (wanted) {
                    case RESEND -> actions.resendFile(number, beans.who(), why);
                    case ARRIVED -> actions.confirmArrived(number, beans.who(), why);
                    case GIVE_UP -> actions.giveUpFile(number, beans.who(), why);
                }
            });
        }
        CpIsFile file =
                files.find(number).orElseThrow(() -> new CommandFailedException("There is no file " + number + "."));
        print(
                file,
                new TextTable("file", String.valueOf(file.sequence()))
                        .row("name", file.fileName())
                        .row("state", file.state())
                        .row("records", file.records())
                        .row("sent", file.sentAt().map(String::valueOf).orElse(""))
                        .row("answer", file.code().orElse(""))
                        .row("problem", file.problem().orElse(""))
                        .row("sha-256", file.sha256())
                        .toString());
        return file.state().needsPerson() ? ExitCode.FINDINGS : ExitCode.OK;
    }
}
