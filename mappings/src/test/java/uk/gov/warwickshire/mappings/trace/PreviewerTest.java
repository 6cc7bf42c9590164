package uk.gov.warwickshire.mappings.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.gov.warwickshire.mappings.cases.GoldenCase;
import uk.gov.warwickshire.mappings.source.ByteSource;
import uk.gov.warwickshire.mappings.source.DamagedFileException;
import uk.gov.warwickshire.mappings.source.ReadProgress;
import uk.gov.warwickshire.mappings.source.ssd.ArchiveLimits;
import uk.gov.warwickshire.mappings.source.ssd.SsdArchive;
import uk.gov.warwickshire.mappings.source.ssd.SsdTable;

class PreviewerTest {

    private static final Previewer PREVIEWER = new Previewer(GoldenCase.READER, Traces.MAPPER);

    @Test
    void eachElementStandsBesideTheCellsItComesFrom() {
        Preview preview = PREVIEWER.of(source("child-protection-plan"));
        PreviewedResource plan = resource(preview, "CarePlan[child-protection-plan] CP1");

        assertThat(preview.outcome()).isEqualTo(Preview.Outcome.MAPPED);
        assertThat(element(plan, "period.start").sources())
                .containsExactly(new Cell("ssd_cp_plans", 2, "cppl_cp_plan_start_date", "2025-03-14"));
        assertThat(element(plan, "extension:abuse-category").value()).contains("EMO (dfe-abuse-category)");
        assertThat(element(plan, "intent").sources()).isEmpty();
    }

    @Test
    void aCellThatDecidesWhetherThereIsAResourceStandsBesideIt() {
        PreviewedResource episode =
                resource(PREVIEWER.of(source("child-in-need")), "EpisodeOfCare[child-in-need-episode] R1");

        assertThat(episode.deciders()).extracting(Cell::column).containsExactly("cine_referral_nfa");
    }

    @Test
    void whatIsLeftOutSaysWhy() {
        Preview preview = PREVIEWER.of(source("every-element"));

        assertThat(preview.leftOut())
                .filteredOn(left -> left.cell().column().equals("clap_cla_placement_postcode"))
                .singleElement()
                .satisfies(left -> assertThat(left.reason()).contains("never shared"));
        assertThat(preview.leftOut())
                .allSatisfy(left -> assertThat(left.reason()).isNotBlank());
        assertThat(preview.findings()).extracting(f -> f.code()).contains("BAD_DATE");
    }

    @Test
    void aChildThatWouldBeRejectedShowsTheFindingAndNothingElse() {
        ChildSource source = source("child-protection-plan");
        Cell start = source.cells().stream()
                .filter(cell -> cell.column().equals("cppl_cp_plan_start_date"))
                .findFirst()
                .orElseThrow();

        Preview preview = PREVIEWER.of(source.with(start, "last spring"));

        assertThat(preview.outcome()).isEqualTo(Preview.Outcome.REJECTED);
        assertThat(preview.resources()).isEmpty();
        assertThat(preview.findings()).extracting(f -> f.code()).contains("BAD_DATE");
        assertThat(PREVIEWER.of(new ChildSource("nobody", List.of())).outcome()).isEqualTo(Preview.Outcome.NO_ROWS);
    }

    /** Mothers, professionals and teams with it; for somebody else nothing. */
    @Test
    void theRowsOfAChildAreFoundInAnExtract(@TempDir Path folder) throws IOException, DamagedFileException {
        for (String name : List.of("every-element", "looked-after", "unborn", "care-leaver")) {
            GoldenCase golden = golden(name);
            Path zip = zip(folder.resolve(name + ".zip"), golden.folder().resolve("1-source"));
            try (SsdArchive archive = SsdArchive.open(zip, "ssd.zip", ArchiveLimits.DEFAULT)) {
                ChildSource found = new ChildExtract(
                                archive, "ssd.zip", golden.source().childId(), ReadProgress.NONE)
                        .read(file(golden, "identity"), file(golden, "directory"));

                assertThat(found.rows())
                        .containsExactlyInAnyOrderElementsOf(golden.source().rows().stream()
                                .filter(row -> !row.table().startsWith("ssd_")
                                        || SsdTable.ofName(row.table()).isPresent())
                                .toList());
                assertThat(new ChildExtract(archive, "ssd.zip", "nobody", ReadProgress.NONE)
                                .read(Optional.empty(), Optional.empty())
                                .rows())
                        .isEmpty();
            }
        }
    }

    /** As Mosaic names them: another name of the column, and no person id on the placement. */
    @Test
    void otherNamesOfAColumnAndRowsWithoutAPersonAreTracedToo() {
        ChildSource source = source("child-in-need");
        ChildSource mosaic = new ChildSource(
                source.childId(),
                source.rows().stream()
                        .map(row -> row.table().equals("ssd_cin_plans")
                                ? new DeliveredRow(
                                        row.table(),
                                        row.file(),
                                        row.line(),
                                        Map.of(
                                                "cin_plan_id",
                                                "PL1",
                                                "cinp_referral_id",
                                                "R1",
                                                "cinp_cin_plan_start_date",
                                                "2025-02-20"),
                                        Optional.empty())
                                : row)
                        .toList());

        assertThat(element(
                                resource(PREVIEWER.of(mosaic), "CarePlan[child-in-need-plan] PL1"),
                                "identifier:child-in-need-plan.value")
                        .sources())
                .extracting(Cell::column)
                .containsExactly("cin_plan_id");
    }

    private static Optional<ByteSource> file(GoldenCase golden, String name) {
        return Optional.of(golden.folder().resolve("1-source/" + name + ".csv"))
                .filter(Files::exists)
                .map(ByteSource::of);
    }

    private static Path zip(Path zip, Path folder) throws IOException {
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream packed = new ZipOutputStream(out);
                var files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith("ssd_"))
                    .sorted()
                    .toList()) {
                packed.putNextEntry(new ZipEntry(file.getFileName().toString()));
                Files.copy(file, packed);
                packed.closeEntry();
            }
        }
        return zip;
    }

    private static GoldenCase golden(String name) {
        return Traces.ALL.stream()
                .map(Traces.Traced::golden)
                .filter(golden -> golden.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static ChildSource source(String name) {
        return golden(name).source();
    }

    private static PreviewedResource resource(Preview preview, String name) {
        return preview.resources().stream()
                .filter(resource -> resource.name().toString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static PreviewedElement element(PreviewedResource resource, String location) {
        return resource.elements().stream()
                .filter(element -> element.location().equals(location))
                .findFirst()
                .orElseThrow();
    }
}
