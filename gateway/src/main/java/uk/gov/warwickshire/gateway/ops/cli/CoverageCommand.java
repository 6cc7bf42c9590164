package uk.gov.warwickshire.gateway.ops.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import uk.gov.warwickshire.mappings.coverage.CoverageReader;
import uk.gov.warwickshire.mappings.coverage.CoverageReport;
import uk.gov.warwickshire.mappings.source.DamagedFileException;
import uk.gov.warwickshire.mappings.source.ssd.SsdArchive;

/** {@code coverage <zip>}: how much of an extract the mapping covers. */
@Command(
        name = "coverage",
        description = {
            "Reads an extract of the Standard Safeguarding Dataset and says, for each table and column, how many rows it has,",
            "how many are filled and mapped, which dates cannot be read, which local codes have no entry, and what is left out",
            "on purpose. The report holds no personal data: of the values it shows only frequent ones that look like codes."
        },
        mixinStandardHelpOptions = true)
final class CoverageCommand implements Callable<Integer> {

    /** How to print; text if neither is given. */
    static final class Format {
        @Option(names = "--json", description = "Print JSON.")
        boolean json;

        @Option(names = "--csv", description = "Print CSV, a line for each column.")
        boolean csv;

        @Option(
                names = "--local-codes",
                description = "Print a draft of the ConceptMap local-codes, with the values that have no entry.")
        boolean localCodes;
    }

    @Parameters(paramLabel = "<zip>", description = "The extract: a zip with a CSV file for each table.")
    @SuppressWarnings("NullAway.Init") // required
    private Path zip;

    @ArgGroup(exclusive = true)
    private @Nullable Format format;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws DamagedFileException {
        PrintWriter out = spec.commandLine().getOut();
        OfflineSettings settings = OfflineSettings.load();
        CoverageReport report = report(settings, Clock.systemDefaultZone());
        if (format != null && format.json) {
            out.println(JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build()
                    .writeValueAsString(report));
        } else if (format != null && format.csv) {
            out.print(CoverageCsv.of(report));
        } else if (format != null && format.localCodes) {
            out.println(LocalCodesDraft.of(report, settings.profiles()));
        } else {
            out.print(CoverageText.of(report));
        }
        return report.hasFindings() ? ExitCode.FINDINGS : ExitCode.OK;
    }

    private CoverageReport report(OfflineSettings settings, Clock clock) throws DamagedFileException {
        CoverageReader reader = new CoverageReader(settings.readOptions(LocalDate.now(clock)), settings.profiles());
        try (SsdArchive archive = Extracts.open(zip)) {
            return reader.read(archive, new ProgressLine(spec.commandLine().getErr(), clock));
        }
    }
}
