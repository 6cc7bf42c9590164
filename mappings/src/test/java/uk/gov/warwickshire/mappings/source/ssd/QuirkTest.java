package uk.gov.warwickshire.mappings.source.ssd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.gov.warwickshire.mappings.record.Rejection;

/** One folder for each quirk: the files of an extract, and in expected.txt what is made of child C1. */
class QuirkTest {

    private static final Path QUIRKS = Path.of("src/test/resources/source/quirks");
    private static final String EXPECTED = "expected.txt";

    @TempDir
    Path folder;

    static Stream<String> quirks() throws IOException {
        try (Stream<Path> folders = Files.list(QUIRKS)) {
            return folders.map(f -> f.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("quirks")
    void isReadAsExpected(String quirk) throws Exception {
        Path files = QUIRKS.resolve(quirk);
        Extract extract = new Extract();
        try (Stream<Path> all = Files.walk(files)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                if (!file.endsWith(EXPECTED)) {
                    extract.with(files.relativize(file).toString(), Files.readAllBytes(file));
                }
            }
        }
        Extract.Staged staged = extract.stage(folder);
        List<String> lines = new ArrayList<>();
        ReadOutcome outcome = staged.read("C1");
        lines.add(outcome.getClass().getSimpleName());
        lines.addAll(findings(staged.findings()));
        if (outcome instanceof ReadOutcome.Accepted accepted) {
            lines.addAll(findings(accepted.findings()));
            lines.addAll(RecordSummary.of(accepted.child()));
        } else if (outcome instanceof ReadOutcome.RejectedChild rejected) {
            lines.addAll(findings(rejected.findings()));
        }
        assertThat(lines).isEqualTo(Files.readAllLines(files.resolve(EXPECTED)));
    }

    /** Columns that a short test file lacks are no part of its quirk. */
    private static List<String> findings(List<Rejection> findings) {
        return findings.stream()
                .filter(f -> !f.code().equals("MISSING_COLUMN"))
                .map(f -> "%s %s %s:%d%s"
                        .formatted(
                                f.severity(),
                                f.code(),
                                f.source().table(),
                                f.source().row(),
                                f.field().map(c -> " " + c).orElse("")))
                .toList();
    }
}
