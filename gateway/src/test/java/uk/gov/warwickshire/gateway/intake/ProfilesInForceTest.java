package uk.gov.warwickshire.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.gov.warwickshire.gateway.testing.TestDatabase;
import uk.gov.warwickshire.profiles.ProfilePackage;

/** What does not conform to its profile is not stored; a changed concept map maps every child again. */
class ProfilesInForceTest {

    private static final String MAP = "ConceptMap-dfe-referral-source-to-snomed.json";
    private static final String GP = "108161000000109";
    private static final String LOCAL_CODES = """
            {
              "resourceType": "ConceptMap",
              "id": "local-codes",
              "url": "https://fhir.warwickshire.gov.uk/ConceptMap/local-codes",
              "status": "active",
              "group": [{
                "source": "https://fhir.warwickshire.gov.uk/CodeSystem/local",
                "target": "https://fhir.warwickshire.gov.uk/CodeSystem/dfe-primary-need",
                "element": [{
                  "code": "ABUSE/NEG",
                  "target": [{"code": "N1", "display": "Abuse or neglect", "equivalence": "equivalent"}]
                }]
              }]
            }
            """;

    private TestDatabase database;
    private TestIntake intake;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() {
        database = new TestDatabase();
        intake = new TestIntake(database, Map.of());
    }

    @AfterEach
    void stop() {
        intake.close();
        database.close();
    }

    /** A control character passes the reader, because a name is whatever the council has, and is invalid in FHIR. */
    @Test
    void whatDoesNotConformIsARejectionAndTheEarlierRecordStays() {
        intake.read(Extract.ofTwoChildren());
        intake.takeEnqueued();
        String before = resources("c1");

        Batch batch = intake.read(Extract.ofTwoChildren().replace("ssd_person", "c1,Ada", "c1,A\u0001da"));

        assertThat(batch.counters()).isEqualTo(new Counters(2, 0, 1, 1, 12));
        assertThat(intake.report(batch))
                .contains("c1,Patient.name[0].given[0],CHILD_REJECTED,NOT_CONFORMANT,")
                .doesNotContain("\u0001da");
        assertThat(resources("c1")).isEqualTo(before);
        assertThat(intake.takeEnqueued()).isEmpty();
    }

    @Test
    void aChangedConceptMapMapsEveryChildAgain() throws IOException {
        intake.read(Extract.ofTwoChildren());
        assertThat(resources("c1")).contains(GP);
        Files.writeString(folder.resolve(MAP), withoutTheGeneralPractitioner());

        TestIntake changed = new TestIntake(database, Map.of("gateway.fhir.package-dir", folder.toString()));
        Batch batch = changed.read(Extract.ofTwoChildren());
        Batch again = changed.read(Extract.ofTwoChildren());

        assertThat(batch.counters()).isEqualTo(new Counters(2, 2, 0, 0, 12));
        assertThat(again.counters()).isEqualTo(new Counters(2, 0, 2, 0, 12));
        assertThat(resources("c1")).doesNotContain(GP);
        changed.close();
    }

    @Test
    void anInvalidConceptMapIsRefusedAtStartWithItsLine() throws IOException {
        Files.writeString(folder.resolve(MAP), shipped().replace(GP, "108161000000100"));

        assertThatThrownBy(
                        () -> new TestIntake(database, Map.of("gateway.fhir.package-dir", folder.toString())).close())
                .rootCause()
                .hasMessageContaining(folder.resolve(MAP) + " line ")
                .hasMessageContaining("unknown target code `108161000000100`");
    }

    @Test
    void aCodeOfTheCouncilIsReadOnceItIsMapped() throws IOException {
        Extract extract = Extract.ofTwoChildren().replace("ssd_cin_episodes", ",N1,", ",ABUSE/NEG,");
        intake.read(extract);
        assertThat(resources("c1")).doesNotContain("Abuse or neglect");
        Files.writeString(folder.resolve("ConceptMap-local-codes.json"), LOCAL_CODES);

        TestIntake changed = new TestIntake(database, Map.of("gateway.fhir.package-dir", folder.toString()));
        Batch batch = changed.read(extract);

        assertThat(batch.counters()).isEqualTo(new Counters(2, 2, 0, 0, 12));
        assertThat(resources("c1")).contains("Abuse or neglect");
        changed.close();
    }

    private static String withoutTheGeneralPractitioner() throws IOException {
        return shipped()
                .replaceFirst(
                        "\"code\": \"" + GP + "\",\\s*\"display\": \"[^\"]*\",\\s*\"equivalence\": \"equivalent\"",
                        "\"equivalence\": \"unmatched\"");
    }

    private static String shipped() throws IOException {
        try (InputStream in = ProfilePackage.class.getResourceAsStream("/package/" + MAP)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String resources(String child) {
        return intake.jdbc
                .queryForList(
                        "select convert_from(content, 'UTF8') from resource where child_id = ? order by 1",
                        String.class,
                        child)
                .toString();
    }
}
