package uk.gov.warwickshire.gateway.ops.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.gov.warwickshire.mappings.source.code.LocalCodes;
import uk.gov.warwickshire.profiles.ProfilePackage;

/** The commands that read a file, as somebody at a terminal sees them. */
class OfflineCommandsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private static Path folder;

    private static Path zip;

    @BeforeAll
    static void write() throws IOException {
        zip = folder.resolve("ssd.zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream packed = new ZipOutputStream(out)) {
            put(
                    packed,
                    "ssd_person.csv",
                    "pers_person_id,pers_surname,pers_dob\nC1,Planter,2018-09-30\nC2,Other,soon\n");
            put(
                    packed,
                    "ssd_cp_plans.csv",
                    "cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date\nCP1,C1,2025-03-14\n");
        }
        Files.writeString(folder.resolve("identity.csv"), "child_id,nhs_number\nC1,9449306753\n");
    }

    @Test
    void coverageShowsCountsAndNothingOfAChild() {
        Ran ran = Ran.of("coverage", zip.toString());

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out())
                .contains(
                        "ssd_person: 2 rows",
                        "! 1 cannot be read, first on lines 3",
                        "Left out on purpose: ssd_missing")
                .doesNotContain("Planter", "soon", "C1", "2018");
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void coverageAsJsonAndCsv() {
        JsonNode json =
                JSON.readTree(Ran.of("coverage", zip.toString(), "--json").out());
        String csv = Ran.of("coverage", "--csv", zip.toString()).out();

        assertThat(json.at("/tables/0/columns/2/column").asString()).isEqualTo("pers_dob");
        assertThat(json.at("/tables/0/columns/2/unreadable").asInt()).isEqualTo(1);
        assertThat(csv).contains("ssd_person,pers_dob,MAPPED,2,2,1,0,1,3,0,");
        assertThat(Ran.of("coverage", "--csv", "--json", zip.toString()).exitCode())
                .isEqualTo(2);
    }

    /** What it prints can be put into the package folder as it is. */
    @Test
    void coverageDraftsTheMapOfTheCouncilsOwnCodes() throws IOException {
        Path extract = folder.resolve("local.zip");
        try (OutputStream out = Files.newOutputStream(extract);
                ZipOutputStream packed = new ZipOutputStream(out)) {
            put(packed, "ssd_person.csv", "pers_person_id,pers_ethnicity\n" + "C1,Z9x\n".repeat(10) + "C2,Rare\n");
        }

        String draft = Ran.of("coverage", extract.toString(), "--local-codes").out();
        Path packageFolder = Files.createDirectory(folder.resolve("package"));
        Files.writeString(packageFolder.resolve("ConceptMap-local-codes.json"), draft);

        JsonNode group = JSON.readTree(draft).at("/group/0");
        assertThat(group.get("target").asString()).endsWith("/CodeSystem/dfe-ethnicity");
        assertThat(group.get("element").valueStream().map(e -> e.get("code").asString()))
                .containsExactly("Z9x");
        assertThat(group.at("/element/0/target/0/comment").asString()).isEqualTo("ssd_person.pers_ethnicity, 10 rows");
        assertThat(LocalCodes.of(ProfilePackage.load(
                        FhirContext.forR4Cached(), ProfilePackage.PUBLISHED_BASE, Optional.of(packageFolder))))
                .isNotNull();
    }

    @Test
    void previewShowsEachElementBesideItsSource() {
        Ran ran = Ran.of(
                "preview",
                zip.toString(),
                "--child",
                "C1",
                "--identity",
                folder.resolve("identity.csv").toString());

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).contains("CarePlan[child-protection-plan] CP1 (child-protection)");
        assertThat(ran.out()
                        .lines()
                        .filter(line -> line.contains("period.start"))
                        .findFirst())
                .hasValueSatisfying(line -> assertThat(line)
                        .contains("2025-03-14")
                        .contains("← ssd_cp_plans.cppl_cp_plan_start_date:2 “2025-03-14”"));
        assertThat(ran.out()).contains("← identity.nhs_number:2 “9449306753”");
    }

    @Test
    void previewAsJsonNamesTheCells() {
        JsonNode json = JSON.readTree(
                Ran.of("preview", zip.toString(), "--child", "C1", "--json").out());

        assertThat(json.get("outcome").asString()).isEqualTo("MAPPED");
        assertThat(json.get("resources")
                        .valueStream()
                        .flatMap(resource -> resource.get("elements").valueStream())
                        .filter(element -> element.get("location").asString().equals("name.family"))
                        .map(element -> element.at("/sources/0/column").asString()))
                .containsExactly("pers_surname");
    }

    @Test
    void whatCannotBeDoneSaysSoAndEndsWithOne() {
        assertThat(Ran.of("preview", zip.toString(), "--child", "nobody"))
                .satisfies(ran -> assertThat(ran.exitCode()).isEqualTo(1))
                .satisfies(ran -> assertThat(ran.out()).contains("no row of this child"));
        assertThat(Ran.of("preview", zip.toString(), "--child", "C2").out()).contains("Rejected", "BAD_DATE");
        assertThat(Ran.of("coverage", "no-such.zip"))
                .isEqualTo(new Ran(1, "", "There is no file no-such.zip." + System.lineSeparator()));
        assertThat(Ran.of("coverage", folder.resolve("identity.csv").toString()).err())
                .contains("cannot be opened as a zip file");
        assertThat(Ran.of("preview", zip.toString()).exitCode()).isEqualTo(2);
    }

    @Test
    void mappingTablesAreTheDocument() throws IOException {
        assertThat(Ran.of("mapping-tables").out())
                .isEqualTo(Files.readString(Path.of("../mappings/docs/mapping-tables.md")));
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
