package uk.gov.warwickshire.gateway.ops.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import uk.gov.warwickshire.gateway.common.InvalidFileException;
import uk.gov.warwickshire.gateway.disclosure.DestinationRule;
import uk.gov.warwickshire.gateway.disclosure.DisclosurePolicies;
import uk.gov.warwickshire.gateway.disclosure.DisclosurePolicy;

/** {@code policy}: the disclosure policy, without starting anything. */
@Command(
        name = "policy",
        description = "The disclosure policy: what the settings name, or a file before it is put in force.",
        mixinStandardHelpOptions = true,
        subcommands = {PolicyCommand.Check.class, PolicyCommand.Show.class})
final class PolicyCommand extends CommandGroup {

    PolicyCommand() {
        super("Say check or show.");
    }

    /** {@code policy check <file>}. */
    @Command(
            name = "check",
            description =
                    "Reads a policy as the start would. Exit code 1, with the line of the first mistake, if it is refused.",
            mixinStandardHelpOptions = true)
    static final class Check extends Printing {
        @Parameters(paramLabel = "<file>", description = "The policy as YAML.")
        @SuppressWarnings("NullAway.Init") // required
        private Path file;

        @Override
        Resource policy() {
            if (!Files.isRegularFile(file)) {
                throw new CommandFailedException("There is no file " + file + ".");
            }
            return new FileSystemResource(file);
        }
    }

    /** {@code policy show}. */
    @Command(name = "show", description = "Shows the policy that the settings name.", mixinStandardHelpOptions = true)
    static final class Show extends Printing {
        @Override
        Resource policy() {
            return OfflineSettings.load().policy();
        }
    }

    /** Both print what they have read. */
    abstract static class Printing implements Callable<Integer> {

        @Option(names = "--json", description = "Print JSON.")
        private boolean json;

        @Spec
        @SuppressWarnings("NullAway.Init") // set by picocli
        private @Nullable CommandSpec spec;

        abstract Resource policy();

        @Override
        public Integer call() {
            DisclosurePolicy policy;
            try {
                policy = DisclosurePolicies.read(policy());
            } catch (InvalidFileException refused) {
                throw new CommandFailedException(String.valueOf(refused.getMessage()));
            }
            if (spec != null) {
                spec.commandLine().getOut().println(json ? json(policy) : text(policy));
            }
            return ExitCode.OK;
        }

        private static String json(DisclosurePolicy policy) {
            return JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build()
                    .writeValueAsString(policy);
        }

        private static String text(DisclosurePolicy policy) {
            TextTable table = new TextTable(
                    "destination",
                    "basis",
                    "opt-out",
                    "ICR objection",
                    "restriction",
                    "unknown",
                    "stale",
                    "max age",
                    "from age");
            new TreeMap<>(policy.rules()).forEach((name, rule) -> row(table, name, rule));
            return "Policy " + policy.version() + System.lineSeparator() + table;
        }

        private static void row(TextTable table, String name, DestinationRule rule) {
            table.row(
                    name,
                    word(rule.legalBasis()),
                    word(rule.nationalOptOut()),
                    word(rule.icrObjection()),
                    word(rule.restriction()),
                    word(rule.unknownStatus()),
                    word(rule.staleStatus()),
                    rule.maxAge().map(age -> age.toDays() + " days").orElse(""),
                    rule.minimumAgeYears().map(String::valueOf).orElse(""));
        }

        private static String word(Enum<?> value) {
            return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
