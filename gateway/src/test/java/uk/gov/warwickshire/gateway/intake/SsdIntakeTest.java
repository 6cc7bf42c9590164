package uk.gov.warwickshire.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.gov.warwickshire.gateway.testing.TestDatabase;

class SsdIntakeTest {

    private static TestDatabase database;
    private static TestIntake intake;

    @BeforeAll
    static void start() {
        database = new TestDatabase();
        intake = new TestIntake(database, Map.of());
    }

    @AfterAll
    static void stop() {
        intake.close();
        database.close();
    }

    @BeforeEach
    void empty() {
        intake.empty();
    }

    @Test
    void anExtractBecomesRecordsThatAreDueForDelivery() {
        Batch batch = intake.read(Extract.ofTwoChildren());

        assertThat(rejections(batch)).isEmpty();
        assertThat(batch.state()).isEqualTo(BatchState.COMPLETED);
        assertThat(batch.counters()).isEqualTo(new Counters(2, 2, 0, 0, 12));
        assertThat(intake.takeEnqueued()).containsExactly("c1", "c2");
        assertThat(resourceTypes("c1")).contains("Patient", "RelatedPerson", "ServiceRequest", "EpisodeOfCare");
        assertThat(resourceTypes("m1")).isEmpty();
        assertThat(contentsAndStages()).isZero();
    }

    @Test
    void theSameExtractAgainChangesNothing() {
        intake.read(Extract.ofTwoChildren());
        intake.takeEnqueued();

        Batch again = intake.read(Extract.ofTwoChildren());

        assertThat(again.counters()).isEqualTo(new Counters(2, 0, 2, 0, 12));
        assertThat(intake.takeEnqueued()).isEmpty();
    }

    @Test
    void aDamagedExtractAppliesNothingAndSaysWhy() {
        byte[] whole = Extract.ofTwoChildren().zip();

        Batch batch = intake.read(Format.SSD, "cut.zip", Arrays.copyOf(whole, whole.length * 2 / 3));

        assertThat(batch.state()).isEqualTo(BatchState.FAILED);
        assertThat(batch.counters()).isEqualTo(Counters.NONE);
        assertThat(intake.report(batch)).contains("FILE_REJECTED,FILE_FAILED,").contains("cut.zip");
        assertThat(intake.jdbc.queryForObject("select count(*) from child_source", Integer.class))
                .isZero();
        assertThat(intake.takeEnqueued()).isEmpty();
        assertThat(contentsAndStages()).isZero();
    }

    @Test
    void aRowThatCannotBeReadIsLeftOutAloneAndReportedByEachExtract() {
        Extract extract = Extract.ofTwoChildren().row("ssd_cin_episodes", "r3,c2,31/31/2025,N1,3A,N,t2,w2");

        Batch first = intake.read(extract);
        Batch second = intake.read(extract);

        assertThat(first.state()).isEqualTo(BatchState.COMPLETED_WITH_REJECTIONS);
        assertThat(first.counters().changed()).isEqualTo(2);
        assertThat(rejections(first)).singleElement().asString().contains("ssd_cin_episodes,4,c2,");
        assertThat(second.counters().unchanged()).isEqualTo(2);
        assertThat(rejections(second)).isEqualTo(rejections(first));
        assertThat(intake.report(first)).doesNotContain("31/31/2025");
    }

    @Test
    void aRejectedChildKeepsItsEarlierRecord() {
        intake.read(Extract.ofTwoChildren());
        List<String> before = resourceTypes("c1");
        intake.takeEnqueued();

        Batch batch = intake.read(Extract.ofTwoChildren().replace("ssd_person", "2015-04-01", "1815-13-01"));

        assertThat(batch.counters()).isEqualTo(new Counters(2, 0, 1, 1, 12));
        assertThat(rejections(batch)).anyMatch(line -> line.contains(",c1,") && line.contains("CHILD_REJECTED"));
        assertThat(resourceTypes("c1")).isEqualTo(before);
        assertThat(intake.takeEnqueued()).isEmpty();
    }

    @Test
    void rowsThatHangOnNobodyAreReported() {
        Batch batch = intake.read(Extract.ofTwoChildren()
                .row("ssd_cin_episodes", "r9,c9,2025-02-01,N1,3A,N,t1,w1")
                .table(
                        "ssd_assessment_factors",
                        "cinf_table_id,cinf_assessment_id,cinf_assessment_factors_json",
                        "f1,as9,\"[\"\"1A\"\"]\""));

        assertThat(batch.counters()).isEqualTo(new Counters(3, 2, 0, 1, 14));
        assertThat(rejections(batch))
                .hasSize(2)
                .allMatch(line -> line.contains("ORPHAN_ROW"))
                .anyMatch(line -> line.contains("ssd_assessment_factors,2,,"))
                .anyMatch(line -> line.contains("ssd_cin_episodes,4,c9,"));
    }

    @Test
    void aKeyThatTwoChildrenClaimLeadsToNeither() {
        String involvements = "invo_involvements_id,invo_professional_id,invo_professional_role_id,"
                + "invo_professional_team,invo_involvement_start_date,invo_referral_id";
        Extract extract = Extract.ofTwoChildren()
                .table("ssd_involvements", involvements, "i1,w1,SW,t1,2025-02-01,r1", "i2,w2,SW,t2,2025-02-01,r7")
                .row("ssd_cin_episodes", "r7,c1,2025-02-01,N1,3A,N,t1,w1")
                .row("ssd_cin_episodes", "r7,c2,2025-02-01,N1,3A,N,t1,w1");

        Batch batch = intake.read(extract);

        assertThat(rejections(batch)).singleElement().asString().contains("ssd_involvements,3,,", "ORPHAN_ROW");
        assertThat(intake.jdbc.queryForObject("select rows from child_source where child_id = 'c1'", String.class))
                .contains("ssd_involvements");
    }

    @Test
    void aPartialExtractKeepsWhatItSaysNothingOf() {
        intake.read(Extract.ofTwoChildren());
        List<String> before = resourceTypes("c1");
        intake.takeEnqueued();

        Batch batch = intake.read(Extract.ofTwoChildren()
                .only("ssd_address")
                .replace("ssd_address", "a1,c1,HOME,2020-01-01,CV34 4RL", "a1,c1,HOME,2020-01-01,B1 1AA"));

        assertThat(batch.counters()).isEqualTo(new Counters(2, 1, 1, 0, 2));
        assertThat(resourceTypes("c1")).isEqualTo(before);
        assertThat(intake.takeEnqueued()).containsExactly("c1");
        assertThat(intake.jdbc.queryForObject("select postcode_area from child where child_id = 'c1'", String.class))
                .isEqualTo("B");
    }

    @Test
    void aWorkerWhoChangesChangesTheirChildrenAlone() {
        intake.read(Extract.ofTwoChildren());
        intake.takeEnqueued();

        Batch batch = intake.read(Extract.ofTwoChildren()
                .only("ssd_professionals")
                .replace("ssd_professionals", "Sam Ford", "Sam Ford-Hale"));

        assertThat(batch.counters()).isEqualTo(new Counters(1, 1, 0, 0, 2));
        assertThat(intake.takeEnqueued()).containsExactly("c2");
    }

    @Test
    void aMotherWhoChangesChangesHerChildAlone() {
        intake.read(Extract.ofTwoChildren());
        intake.takeEnqueued();

        Batch batch = intake.read(Extract.ofTwoChildren()
                .only("ssd_person")
                .replace("ssd_person", "m1,Eve,Quill", "m1,Eve,Quill-Hart")
                .replace("ssd_person", "c1,Ada,Quill,F,2015-04-01,N", ""));

        assertThat(batch.counters()).isEqualTo(new Counters(2, 1, 1, 0, 2));
        assertThat(intake.takeEnqueued()).containsExactly("c1");
    }

    @Test
    void absenceOfAChildIsNoDeletion() {
        intake.read(Extract.ofTwoChildren());
        List<String> before = resourceTypes("c2");

        Batch batch = intake.read(Extract.ofTwoChildren()
                .replace("ssd_person", "c2,Ben,Reed,M,2016-05-02,N", "")
                .replace("ssd_address", "a2,c2,HOME,2020-01-01,CV34 4RL", "")
                .replace("ssd_cin_episodes", "r2,c2,2025-03-01,N1,3A,N,t2,w2", ""));

        assertThat(batch.counters()).isEqualTo(new Counters(1, 0, 1, 0, 9));
        assertThat(resourceTypes("c2")).isEqualTo(before);
    }

    private static List<String> rejections(Batch batch) {
        return intake.report(batch)
                .lines()
                .skip(1)
                .filter(line -> !line.contains(",WARNING,"))
                .toList();
    }

    /** The same rows read otherwise once the day has come; until then nobody sees the plan as over. */
    @Test
    void anEndThatLiesAheadComesWithTheFirstExtractAfterIt() {
        Extract extract = Extract.ofTwoChildren()
                .table(
                        "ssd_cp_plans",
                        "cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date",
                        "p1,c1,2025-03-01,2026-03-10");

        Batch before = readOn("2026-03-09T22:00:00Z", extract);
        String flagBefore = flag("c1");
        Batch same = readOn("2026-03-09T23:00:00Z", extract);
        Batch after = readOn("2026-03-10T00:30:00Z", extract);

        assertThat(before.counters().changed()).isEqualTo(2);
        assertThat(intake.report(before)).contains("c1,cppl_cp_plan_end_date,WARNING,END_AHEAD,");
        assertThat(flagBefore).contains("\"status\":\"active\"");
        assertThat(same.counters().changed()).isZero();
        assertThat(after.counters().changed()).isEqualTo(1);
        assertThat(intake.report(after)).doesNotContain("END_AHEAD");
        assertThat(flag("c1")).contains("\"status\":\"inactive\"", "\"end\":\"2026-03-10\"");
    }

    private static Batch readOn(String instant, Extract extract) {
        try (TestIntake on = new TestIntake(database, Map.of(), Clock.fixed(Instant.parse(instant), ZoneOffset.UTC))) {
            return on.read(extract);
        }
    }

    private static String flag(String child) {
        return intake.jdbc.queryForObject(
                "select convert_from(content, 'UTF8') from resource where child_id = ? and type = 'Flag'",
                String.class,
                child);
    }

    private static List<String> resourceTypes(String child) {
        return intake.jdbc.queryForList(
                "select type from resource where child_id = ? order by type, id", String.class, child);
    }

    private static int contentsAndStages() {
        return intake.jdbc.queryForObject(
                "select (select count(*) from intake_content)"
                        + " + (select count(*) from pg_tables where schemaname = 'intake_stage')",
                Integer.class);
    }
}
