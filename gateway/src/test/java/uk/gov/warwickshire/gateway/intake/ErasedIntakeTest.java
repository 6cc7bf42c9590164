package uk.gov.warwickshire.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.gov.warwickshire.gateway.common.ErasedPersons.Standing;
import uk.gov.warwickshire.gateway.testing.TestDatabase;

/** What was erased does not come back with the next extract; a child at risk is never hidden by a tombstone. */
class ErasedIntakeTest {

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
        intake.erased.clear();
    }

    @Test
    void nothing_is_kept_of_an_erased_child_and_the_report_names_the_row_alone() {
        intake.erased.put("c1", Standing.ERASED);

        Batch batch = intake.read(Extract.ofTwoChildren());

        assertThat(count("select count(*) from child where child_id = 'c1'")).isZero();
        assertThat(count("select count(*) from child_source where child_id = 'c1'"))
                .isZero();
        assertThat(count("select count(*) from child where child_id = 'c2'")).isOne();
        assertThat(intake.report(batch)).contains(",ERASED,").doesNotContain("c1,");
        assertThat(batch.counters().rejected()).isOne();
    }

    @Test
    void a_child_erased_between_the_question_and_the_writing_does_not_come_back() {
        intake.whenAsked.set(() -> intake.erased.put("c1", Standing.ERASED));

        Batch batch = intake.read(Extract.ofTwoChildren());

        assertThat(count("select count(*) from child where child_id = 'c1'")).isZero();
        assertThat(count("select count(*) from child_source where child_id = 'c1'"))
                .isZero();
        assertThat(count("select count(*) from child where child_id = 'c2'")).isOne();
        assertThat(intake.report(batch)).contains(",ERASED,");
    }

    @Test
    void an_identity_row_of_an_erased_child_is_not_kept() {
        intake.erased.put("c1", Standing.ERASED);

        Batch batch = intake.readCsv(
                Format.IDENTITY,
                "child_id,nhs_number,verification_status,restricted",
                "c1,9990000018,01,N",
                "c2,9990000026,01,N");

        assertThat(count("select count(*) from child_identity where child_id = 'c1'"))
                .isZero();
        assertThat(count("select count(*) from child_identity where child_id = 'c2'"))
                .isOne();
        assertThat(intake.report(batch)).contains(",ERASED,");
    }

    @Test
    void an_erased_child_with_an_open_plan_is_taken_in_again_for_cp_is_alone() {
        intake.erased.put("c1", Standing.ERASED);

        Batch batch = intake.read(Extract.ofTwoChildren()
                .table(
                        "ssd_cp_plans",
                        "cppl_cp_plan_id,cppl_referral_id,cppl_person_id,cppl_cp_plan_start_date",
                        "p1,r1,c1,2025-04-01"));

        assertThat(intake.erased).containsEntry("c1", Standing.RETURNED);
        assertThat(count("select count(*) from child where child_id = 'c1' and restricted"))
                .isOne();
        assertThat(intake.report(batch)).contains("ERASED_CHILD_AT_RISK");
    }

    private static long count(String sql) {
        Long rows = intake.jdbc.queryForObject(sql, Long.class);
        return rows == null ? 0 : rows;
    }
}
