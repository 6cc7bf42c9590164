package uk.gov.warwickshire.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.gov.warwickshire.gateway.testing.TestDatabase;

class CensusIntakeTest {

    private static final String PLANS = "cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date";

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
    void aCensusAloneBecomesRecordsAndBrokenRulesAreLinesOfTheReport() {
        Batch batch = read(Census.ofTwoChildren());

        assertThat(batch.state()).as("a rule keeps nothing back").isEqualTo(BatchState.COMPLETED);
        assertThat(batch.counters()).isEqualTo(new Counters(2, 2, 0, 0, 10));
        assertThat(intake.takeEnqueued()).containsExactly("c1", "c2");
        assertThat(types("c1")).contains("CarePlan", "EpisodeOfCare", "Flag", "Patient", "ServiceRequest");
        assertThat(report(batch))
                .contains(
                        "census.xml,ChildIdentifiers,9,c1,UPNunknown,QUERY,8770Q,Please check and either amend data or"
                                + " provide a reason: UPN is missing or reason UPN is missing or is UN1 for a child who"
                                + " is of school age.",
                        "census.xml,ChildProtectionPlans,18,c1,CPPstartDate,ERROR,2885,Child protection plan shown as"
                                + " starting a different day to the initial child protection conference.",
                        "census.xml,ChildProtectionPlans,2,,CPPstartDate,ERROR,2883,There are more child protection plans"
                                + " starting than initial conferences taking place");
    }

    @Test
    void theSameCensusAgainChangesNothingAndReportsTheSame() {
        Batch first = read(Census.ofTwoChildren());
        intake.takeEnqueued();

        Batch again = read(Census.ofTwoChildren());

        assertThat(again.counters()).isEqualTo(new Counters(2, 0, 2, 0, 10));
        assertThat(intake.takeEnqueued()).isEmpty();
        assertThat(report(again)).isEqualTo(report(first));
    }

    @Test
    void whicheverSourceComesFirstTheRecordIsTheSame() {
        intake.read(datasetWithPlan("2025-02-20,"));
        read(Census.ofTwoChildren());
        List<String> datasetFirst = resources("c1");
        empty();

        read(Census.ofTwoChildren());
        Batch batch = intake.read(datasetWithPlan("2025-02-20,"));

        assertThat(batch.counters().changed()).isEqualTo(2);
        assertThat(resources("c1")).isEqualTo(datasetFirst);
    }

    @Test
    void theDatasetCountsTheCensusFillsAndTheProvenanceSaysWhich() {
        intake.read(datasetWithPlan("2025-02-20,"));
        Batch batch = read(Census.ofTwoChildren());

        assertThat(batch.counters()).isEqualTo(new Counters(2, 2, 0, 0, 10));
        String plan = only("c1", "CarePlan");
        assertThat(plan).as("the dataset's id").contains("\"value\":\"P1\"").contains("EMO");
        assertThat(only("c1", "ServiceRequest")).contains("N1").doesNotContain("N5");
        assertThat(provenances("c1"))
                .anyMatch(p -> p.contains("extract.zip/ssd_cp_plans:2")
                        && p.contains("census.xml/ChildProtectionPlans:18")
                        && p.contains("supplied initialCategory, latestCategory"))
                .anyMatch(p -> p.contains("ssd_person") && p.contains("supplied ethnicity"))
                .as("what the dataset alone tells names no census")
                .anyMatch(p -> p.contains("ssd_mother") && !p.contains("census.xml"));
    }

    @Test
    void aPlanThatOnlyOneSourceShowsAsOpenIsOpen() {
        intake.read(datasetWithPlan("2025-02-20,2025-03-01"));
        assertThat(only("c1", "Flag")).contains("\"status\":\"inactive\"");

        Batch batch = read(Census.ofTwoChildren());

        assertThat(only("c1", "Flag")).contains("\"status\":\"active\"");
        assertThat(report(batch)).anyMatch(line -> line.contains(",c1,CPPendDate,WARNING,PLAN_END_DIFFERS,"));

        intake.read(datasetWithPlan("2025-02-20,2025-06-01"));
        assertThat(only("c1", "Flag")).as("ended since").contains("\"status\":\"inactive\"");
    }

    @Test
    void whatElseChangesDerivesTheRecordOfBothSourcesAgain() {
        intake.read(Extract.ofTwoChildren());
        read(Census.ofTwoChildren());
        intake.takeEnqueued();

        intake.readCsv(Format.IDENTITY, "child_id,nhs_number,verification_status,restricted", "c1,9990000018,01,0");

        assertThat(intake.takeEnqueued()).containsExactly("c1");
        assertThat(only("c1", "Patient")).contains("9990000018").contains("WBRI");
        assertThat(types("c1")).contains("CarePlan");
    }

    @Test
    void aDamagedCensusAppliesNothingOfWhatStandsBeforeTheBreak() {
        String whole = Census.ofTwoChildren().text();
        byte[] cut = whole.substring(0, whole.lastIndexOf("</Child>")).getBytes(StandardCharsets.UTF_8);

        Batch batch = intake.read(Format.CIN_CENSUS, "cut.xml", cut);

        assertThat(batch.state()).isEqualTo(BatchState.FAILED);
        assertThat(intake.report(batch)).contains("FILE_REJECTED,FILE_FAILED,").contains("cut.xml, line 43: column ");
        assertThat(resources("c1")).isEmpty();
        assertThat(intake.takeEnqueued()).isEmpty();
    }

    @Test
    void aRejectedChildKeepsItsEarlierRecord() {
        read(Census.ofTwoChildren());
        List<String> before = resources("c1");
        intake.takeEnqueued();

        Batch batch = read(new Census(2025)
                .child("c1", "2015-04-01", "<CPPendDate>soon</CPPendDate>")
                .child("c2", "2016-05-02", "")
                .child("c3", "2016-05-02", "")
                .child("c3", "2016-05-02", "")
                .child("", "2016-05-02", ""));

        assertThat(batch.state()).isEqualTo(BatchState.COMPLETED_WITH_REJECTIONS);
        assertThat(batch.counters()).isEqualTo(new Counters(5, 0, 1, 4, 25));
        assertThat(resources("c1")).isEqualTo(before);
        assertThat(report(batch))
                .anyMatch(line -> line.contains(",c1,CPPendDate,CHILD_REJECTED,BAD_DATE,"))
                .anyMatch(line -> line.contains(",c3,LAchildID,ERROR,8510,"))
                .anyMatch(line -> line.contains(",c3,LAchildID,CHILD_REJECTED,REPEATED_CHILD,"))
                .anyMatch(line -> line.contains(",,LAchildID,CHILD_REJECTED,NO_CHILD_ID,"))
                .noneMatch(line -> line.contains("soon"));
        assertThat(intake.takeEnqueued()).isEmpty();
    }

    @Test
    void anotherPersonUnderTheSameIdIsNotMerged() {
        intake.read(Extract.ofTwoChildren());
        List<String> before = resources("c2");

        Batch batch = read(new Census(2025).child("c2", "2011-01-01", ""));

        assertThat(batch.counters()).isEqualTo(new Counters(1, 0, 0, 1, 5));
        assertThat(report(batch)).anyMatch(line -> line.contains(",c2,LAchildID,CHILD_REJECTED,NOT_SAME_CHILD,"));
        assertThat(resources("c2")).isEqualTo(before);
    }

    @Test
    void anOlderCensusDoesNotReplaceALaterOne() {
        read(new Census(2026).child("c1", "2015-04-01", ""));
        List<String> before = resources("c1");
        intake.takeEnqueued();

        Batch batch = read(new Census(2025).child("c1", "2015-04-01", "<CPPendDate>2025-03-01</CPPendDate>"));

        assertThat(batch.counters()).isEqualTo(new Counters(1, 0, 1, 0, 5));
        assertThat(report(batch)).anyMatch(line -> line.contains(",c1,,WARNING,OLDER_CENSUS,"));
        assertThat(resources("c1")).isEqualTo(before);
        assertThat(intake.takeEnqueued()).isEmpty();
    }

    @Test
    void aReadingThatDiedIsTakenUpAgainAndEndsTheSame() {
        Census census = new Census(2025);
        for (int i = 0; i < 120; i++) {
            census.child("k" + i, "2015-04-01", "");
        }
        census.child("", "2015-04-01", "");
        UUID id = intake.receive(Format.CIN_CENSUS, "census.xml", census.bytes());
        intake.failAfter(1);
        assertThatThrownBy(() -> intake.bean(BatchRunner.class).run(Format.Lane.RECORDS))
                .hasMessage("the gateway dies here");
        assertThat(intake.takeEnqueued()).hasSize(50);

        intake.bean(BatchRunner.class).run(Format.Lane.RECORDS);

        Batch batch = intake.batch(id);
        assertThat(batch.counters()).isEqualTo(new Counters(121, 120, 0, 1, 605));
        assertThat(intake.takeEnqueued()).hasSize(70);
        List<String> lines = report(batch);
        assertThat(lines).doesNotHaveDuplicates();
        empty();
        assertThat(report(read(census))).isEqualTo(lines);
    }

    private static Batch read(Census census) {
        return intake.read(Format.CIN_CENSUS, "census.xml", census.bytes());
    }

    /** With the plan `P1` of `c1`. */
    private static Extract datasetWithPlan(String dates) {
        return Extract.ofTwoChildren().table("ssd_cp_plans", PLANS, "P1,c1," + dates);
    }

    private static List<String> report(Batch batch) {
        return intake.report(batch).lines().skip(1).toList();
    }

    private static List<String> types(String child) {
        return intake.jdbc.queryForList(
                "select distinct type from resource where child_id = ? order by type", String.class, child);
    }

    /** As they read, however often they were written. */
    private static List<String> resources(String child) {
        return intake
                .jdbc
                .queryForList(
                        "select type || '/' || id || ' ' || convert_from(content, 'UTF8') from resource where child_id = ?"
                                + " order by type, id",
                        String.class,
                        child)
                .stream()
                .map(r -> r.replaceAll("\"versionId\":\"[^\"]*\",\"lastUpdated\":\"[^\"]*\"", ""))
                .toList();
    }

    private static String only(String child, String type) {
        List<String> found =
                resources(child).stream().filter(r -> r.startsWith(type + "/")).toList();
        assertThat(found).as(type).hasSize(1);
        return found.get(0);
    }

    private static List<String> provenances(String child) {
        return resources(child).stream()
                .filter(r -> r.startsWith("Provenance/"))
                .toList();
    }
}
