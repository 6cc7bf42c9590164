package uk.gov.warwickshire.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.gov.warwickshire.gateway.testing.TestDatabase;

class ReferenceIntakeTest {

    private static final String IDENTITY = "child_id,nhs_number,verification_status,restricted";
    private static final String DIRECTORY = "team_id,team_name,office_hours_phone,emergency_phone,email";
    private static final String CHOICES = "nhs_number,choice,destination,given_by,from,until";

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
    void twoChildren() {
        intake.empty();
        intake.read(Extract.ofTwoChildren());
        intake.takeEnqueued();
    }

    @Test
    void aNewNumberDerivesItsChildAlone() {
        Batch batch = intake.readCsv(Format.IDENTITY, IDENTITY, "c1,9990000018,01,0", "c7,9990000026,01,0");

        assertThat(intake.report(batch).lines().skip(1)).isEmpty();
        assertThat(batch.counters()).isEqualTo(new Counters(2, 2, 0, 0, 2));
        assertThat(intake.takeEnqueued()).containsExactly("c1");
        assertThat(number("c1")).isEqualTo("9990000018 01 false");
    }

    @Test
    void theSameNumbersAgainDeriveNobody() {
        intake.readCsv(Format.IDENTITY, IDENTITY, "c1,9990000018,01,0");
        intake.takeEnqueued();

        Batch again = intake.readCsv(Format.IDENTITY, IDENTITY, "c1,9990000018,01,0");

        assertThat(again.counters()).isEqualTo(new Counters(1, 0, 1, 0, 1));
        assertThat(intake.takeEnqueued()).isEmpty();
    }

    @Test
    void aNumberTwoChildrenClaimIsVerifiedForNeither() {
        intake.readCsv(Format.IDENTITY, IDENTITY, "c1,9990000018,01,0");
        intake.takeEnqueued();

        Batch batch = intake.readCsv(Format.IDENTITY, IDENTITY, "c2,9990000018,01,0");

        assertThat(intake.report(batch)).contains("c2,nhs_number,WARNING,NHS_NUMBER_CLAIMED_TWICE");
        assertThat(number("c1")).isEqualTo("9990000018 05 false");
        assertThat(number("c2")).isEqualTo("9990000018 05 false");
        assertThat(intake.takeEnqueued()).containsExactly("c1", "c2");

        intake.readCsv(Format.IDENTITY, IDENTITY, "c2,9990000026,01,0");
        assertThat(number("c1")).isEqualTo("9990000018 01 false");
        assertThat(intake.takeEnqueued()).containsExactly("c1", "c2");
    }

    @Test
    void aFileThatContradictsItselfLeavesThePersonAsBefore() {
        Batch batch = intake.readCsv(Format.IDENTITY, IDENTITY, "c1,9990000018,01,0", "c1,9990000018,01,1");

        assertThat(batch.state()).isEqualTo(BatchState.COMPLETED_WITH_REJECTIONS);
        assertThat(batch.counters()).isEqualTo(new Counters(1, 0, 0, 1, 2));
        assertThat(intake.report(batch).lines().filter(l -> l.contains("CONTRADICTORY_ROWS")))
                .hasSize(2);
        assertThat(intake.takeEnqueued()).isEmpty();
    }

    @Test
    void aRestrictedMotherReachesTheFactsOfHerChild() {
        intake.readCsv(Format.IDENTITY, IDENTITY, "m1,9990000018,01,1");

        assertThat(intake.takeEnqueued()).containsExactly("c1");
    }

    @Test
    void aTeamsNewPhoneDerivesItsChildrenAlone() {
        Batch batch = intake.readCsv(Format.DIRECTORY, DIRECTORY, "t2,South Team,01926 410410,01926 886922,");

        assertThat(batch.counters()).isEqualTo(new Counters(1, 1, 0, 0, 1));
        assertThat(intake.takeEnqueued()).containsExactly("c2");
    }

    @Test
    void aDamagedIdentityFileAppliesNothing() {
        Batch batch = intake.readCsv(Format.IDENTITY, IDENTITY, "c1,9990000018,01,0", "c2,\"9990000026,01,0", "c3,x");

        assertThat(batch.state()).isEqualTo(BatchState.FAILED);
        assertThat(intake.jdbc.queryForObject("select count(*) from child_identity", Integer.class))
                .isZero();
    }

    @Test
    void choicesAreHandedOn() {
        Batch batch = intake.readCsv(Format.CHOICES, CHOICES, "9990000018,object-icr,,Parent,2026-01-01,");

        assertThat(batch.counters()).isEqualTo(new Counters(1, 1, 0, 0, 1));
        assertThat(intake.choices).hasSize(1);
    }

    private static String number(String child) {
        return intake.jdbc.queryForObject(
                "select concat_ws(' ', nhs_number, verification_status, restricted::text) from child"
                        + " where child_id = ?",
                String.class,
                child);
    }
}
