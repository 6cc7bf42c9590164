package uk.gov.warwickshire.mappings.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import uk.gov.warwickshire.mappings.source.DamagedFileException;
import uk.gov.warwickshire.mappings.source.ReadProgress;
import uk.gov.warwickshire.mappings.source.ssd.ArchiveLimits;
import uk.gov.warwickshire.mappings.source.ssd.ReadOptions;
import uk.gov.warwickshire.mappings.source.ssd.SsdArchive;
import uk.gov.warwickshire.profiles.ProfilePackage;

class CoverageReaderTest {

    private static final int ROWS = 30;

    @TempDir
    private static Path folder;

    private static CoverageReport report;

    @BeforeAll
    static void read() throws IOException, DamagedFileException {
        Path zip = folder.resolve("extract.zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream packed = new ZipOutputStream(out)) {
            put(
                    packed,
                    "ssd_person.csv",
                    "pers_person_id,pers_forename,pers_surname,pers_sex,pers_dob,pers_nationality,"
                            + "favourite_colour\n"
                            + lines(i -> "C" + i + ",Wilhelmina,Featherstone,F," + born(i) + ",GBR,red"));
            put(
                    packed,
                    "ssd_cin_episodes.csv",
                    "cine_referral_id,cine_person_id,cine_referral_date,"
                            + "cine_cin_primary_need_code,cine_close_reason,cine_referral_nfa\n"
                            + lines(i -> "R" + i + ",C" + i + ",2025-01-08," + need(i) + "," + reason(i) + ","
                                    + (i == 3 ? "perhaps" : "N")));
            put(
                    packed,
                    "ssd_cp_plans.csv",
                    "cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date,"
                            + "cppl_cp_plan_end_date,cppl_cp_plan_latest_category\n"
                            + lines(i -> "CP" + i + "," + (i == 0 ? "" : "C" + i) + ",2025-03-01,1900-01-01,Multiple"));
            put(packed, "ssd_missing.csv", "miss_table_id\nM1\n");
            put(packed, "ssd_cin_visits.csv", "cinv_cin_visit_id\nV1\n");
            put(packed, "Wilhelmina Featherstone notes.docx", "x");
        }
        ProfilePackage profiles = ProfilePackage.load(FhirContext.forR4Cached(), ProfilePackage.PUBLISHED_BASE);
        try (SsdArchive archive = SsdArchive.open(zip, "extract.zip", ArchiveLimits.DEFAULT)) {
            report = new CoverageReader(ReadOptions.on(LocalDate.of(2026, 2, 25)), profiles)
                    .read(archive, ReadProgress.NONE);
        }
    }

    @Test
    void filledAndMappedRowsAreCounted() {
        ColumnCoverage birth = column("ssd_person", "pers_dob");

        assertThat(report.rows()).isEqualTo(3 * ROWS);
        assertThat(birth.filled()).isEqualTo(ROWS);
        assertThat(birth.mapped()).isEqualTo(ROWS - 2);
        assertThat(birth.unreadable()).isEqualTo(2);
        assertThat(birth.unreadableLines()).containsExactly(7L, 9L);
        assertThat(column("ssd_cin_episodes", "cine_referral_nfa").unreadableLines())
                .containsExactly(5L);
        assertThat(column("ssd_cp_plans", "cppl_cp_plan_end_date").open()).isEqualTo(ROWS);
        assertThat(table("ssd_cp_plans").ownerless()).isEqualTo(1);
    }

    @Test
    void whatIsLeftOutSaysWhy() {
        assertThat(column("ssd_person", "pers_nationality").handling()).isEqualTo(Handling.LEFT_OUT);
        assertThat(column("ssd_person", "pers_nationality").reason()).isEqualTo("Not needed for care.");
        assertThat(column("ssd_person", "pers_nationality").mapped()).isZero();
        assertThat(column("ssd_person", "favourite_colour").handling()).isEqualTo(Handling.UNKNOWN);
        assertThat(report.leftOutTables()).containsKeys("ssd_missing", "ssd_immigration_status");
        assertThat(report.unreadTables()).containsExactly("ssd_cin_visits");
        assertThat(report.missingTables()).contains("ssd_address").doesNotContain("ssd_person");
        assertThat(table("ssd_person").missingColumns()).contains("pers_ethnicity");
    }

    @Test
    void aFrequentLocalCodeIsNamedWithTheListThatLacksIt() {
        ColumnCoverage need = column("ssd_cin_episodes", "cine_cin_primary_need_code");

        assertThat(need.values()).containsExactly(new ShownValue("ZN7", "category_of_need", 20));
        assertThat(need.mapped()).isEqualTo(ROWS - 20);
    }

    @Test
    void aCodeWithoutAnEntryInAConceptMapIsCounted() {
        ColumnCoverage category = column("ssd_cp_plans", "cppl_cp_plan_latest_category");

        assertThat(category.mapped()).isEqualTo(ROWS);
        assertThat(category.values()).containsExactly(new ShownValue("MUL", "dfe-abuse-category-to-nhs", ROWS));
    }

    /** Names in a coded column, frequent or not, a phone, a rare value: counted, not shown. */
    @Test
    void aValueThatMightTellOfAPersonIsCountedAndNotShown() {
        ColumnCoverage reason = column("ssd_cin_episodes", "cine_close_reason");

        assertThat(reason.values()).isEmpty();
        assertThat(reason.hiddenRows()).isEqualTo(ROWS);
        assertThat(reason.hiddenValues()).isEqualTo(3);
    }

    @Test
    void theReportHoldsNothingOfAPerson() {
        String text = JsonMapper.builder().build().writeValueAsString(report);

        assertThat(text)
                .doesNotContainIgnoringCase(
                        "wilhelmina", "featherstone", "07700900123", "\"C1\"", "R12", "2011-", "GBR")
                .doesNotContain("born", "notes", "Rare");
        assertThat(report.otherFiles()).isEqualTo(1);
    }

    @Test
    void aValueIsShownOnlyIfItCannotTellOfAPerson() {
        PersonalWords personal = new PersonalWords();
        personal.add("Anne-Marie O'Neill");
        personal.add("{\"STREET\":\"Quarry Lane\"}");
        ValueDisclosure disclosure = new ValueDisclosure(personal);

        assertThat(disclosure.mayBeShown("Full care order (old)", 10, 5)).isTrue();
        assertThat(disclosure.mayBeShown("Full care order (old)", 9, 5)).isFalse();
        assertThat(disclosure.mayBeShown("Full care order (old)", 10, 101)).isFalse();
        for (String told : List.of(
                "See Anne",
                "near quarry",
                "9449306753",
                "Room 1234",
                "CV34 9ZZ",
                "a@b.example",
                "x".repeat(61),
                "a\nb")) {
            assertThat(disclosure.mayBeShown(told, 1000, 1)).as(told).isFalse();
        }
        assertThat(disclosure.mayBeShown("Street homeless", 10, 1)).isTrue();
    }

    private static String born(int i) {
        return i == 5 || i == 7 ? "born in May" : "2011-05-" + (10 + i % 10);
    }

    private static String need(int i) {
        return i < 20 ? "ZN7" : "N1";
    }

    private static String reason(int i) {
        return i < 15 ? "Told by Wilhelmina" : i < 29 ? "Ring 07700900123" : "Rare";
    }

    private static String lines(java.util.function.IntFunction<String> line) {
        return String.join("\n", IntStream.range(0, ROWS).mapToObj(line).toList()) + "\n";
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static TableCoverage table(String name) {
        return report.tables().stream()
                .filter(table -> table.table().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static ColumnCoverage column(String table, String name) {
        return table(table).columns().stream()
                .filter(column -> column.column().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
