package uk.gov.warwickshire.gateway.ops.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Set;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;
import uk.gov.warwickshire.mappings.source.DamagedFileException;
import uk.gov.warwickshire.profiles.ProfileException;

/**
 * Runs a command instead of the server. Commands start no Spring context, so that those that work on a file answer at
 * once; what they find goes to standard output, progress and errors to standard error.
 */
public final class CommandLineInterface {

    private static final Set<String> OPTIONS = Set.of("-h", "--help", "-V", "--version");

    private CommandLineInterface() {}

    /** Whether the arguments name a command: anything but none, or options for the server ({@code --spring...}). */
    public static boolean takes(String... arguments) {
        return arguments.length > 0 && (!arguments[0].startsWith("-") || OPTIONS.contains(arguments[0]));
    }

    /** @return the exit code: 0 done, 1 findings or failed, 2 wrong usage */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        // Nothing but the command's own words: libraries would log at a level nobody chose.
        LoggingSystem.get(CommandLineInterface.class.getClassLoader()).beforeInitialize();
        int code = commandLine(out, err).execute(arguments);
        out.flush();
        err.flush();
        return code;
    }

    private static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return new CommandLine(new GatewayCommand())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(LocalDate.class, CommandLineInterface::day)
                .setExecutionExceptionHandler(CommandLineInterface::failed);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException notOne) {
            throw new TypeConversionException("'" + text + "' is not a day as 2026-11-23");
        }
    }

    /** A failure a person can act on is an exception with a message made for them; anything else names its kind alone. */
    private static int failed(Exception failure, CommandLine command, ParseResult arguments) {
        boolean forPeople = failure instanceof CommandFailedException
                || failure instanceof DamagedFileException
                || failure instanceof ProfileException;
        String words = forPeople
                ? String.valueOf(failure.getMessage())
                : "The command failed: " + failure.getClass().getSimpleName();
        command.getErr().println(words);
        return ExitCode.FINDINGS;
    }
}
