package uk.gov.warwickshire.gateway.ops.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import uk.gov.warwickshire.mappings.fhir.SocialCareRecordMapper;
import uk.gov.warwickshire.mappings.source.ByteSource;
import uk.gov.warwickshire.mappings.source.DamagedFileException;
import uk.gov.warwickshire.mappings.source.ssd.SsdArchive;
import uk.gov.warwickshire.mappings.trace.ChildExtract;
import uk.gov.warwickshire.mappings.trace.ChildSource;
import uk.gov.warwickshire.mappings.trace.ChildSourceReader;
import uk.gov.warwickshire.mappings.trace.Preview;
import uk.gov.warwickshire.mappings.trace.Previewer;

/** {@code preview <zip> --child <id>}: what would become of one child's rows. */
@Command(
        name = "preview",
        description = {
            "Shows the resources that one child's rows would become, each element beside the cells it comes from, and what is",
            "left out and why. Stores and sends nothing. The output is the child's record: treat it so."
        },
        mixinStandardHelpOptions = true)
final class PreviewCommand implements Callable<Integer> {

    @Parameters(paramLabel = "<zip>", description = "The extract: a zip with a CSV file for each table.")
    @SuppressWarnings("NullAway.Init") // required
    private Path zip;

    @Option(names = "--child", required = true, paramLabel = "<id>", description = "The council's id of the child.")
    @SuppressWarnings("NullAway.Init") // required
    private String childId;

    @Option(names = "--identity", paramLabel = "<csv>", description = "The identity file: NHS numbers, restrictions.")
    private @Nullable Path identity;

    @Option(names = "--directory", paramLabel = "<csv>", description = "The directory file: phones of the teams.")
    private @Nullable Path directory;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws DamagedFileException {
        PrintWriter out = spec.commandLine().getOut();
        Preview preview = preview(Clock.systemDefaultZone());
        if (json) {
            out.println(JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build()
                    .writeValueAsString(preview));
        } else {
            out.print(PreviewText.of(preview));
        }
        boolean clean = preview.outcome() == Preview.Outcome.MAPPED
                && preview.findings().isEmpty();
        return clean ? ExitCode.OK : ExitCode.FINDINGS;
    }

    private Preview preview(Clock clock) throws DamagedFileException {
        OfflineSettings settings = OfflineSettings.load();
        // Test numbers are numbers here: what is only looked at discloses nothing.
        ChildSourceReader reader = new ChildSourceReader(settings.readOptions(LocalDate.now(clock)), true);
        try (SsdArchive archive = Extracts.open(zip)) {
            ProgressLine progress = new ProgressLine(spec.commandLine().getErr(), clock);
            ChildSource source = new ChildExtract(archive, Extracts.name(zip), childId.strip(), progress)
                    .read(bytes(identity), bytes(directory));
            return new Previewer(reader, new SocialCareRecordMapper(settings.mapping(), settings.profiles()))
                    .of(source);
        }
    }

    private static Optional<ByteSource> bytes(@Nullable Path file) {
        if (file != null && !Files.isRegularFile(file)) {
            throw new CommandFailedException("There is no file " + file + ".");
        }
        return Optional.ofNullable(file).map(ByteSource::of);
    }
}
