package uk.gov.warwickshire.gateway.cpis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.gov.warwickshire.gateway.cpis.ScenarioSteps.arrives;
import static uk.gov.warwickshire.gateway.cpis.ScenarioSteps.atCpIs;
import static uk.gov.warwickshire.gateway.cpis.ScenarioSteps.child;
import static uk.gov.warwickshire.gateway.cpis.ScenarioSteps.held;
import static uk.gov.warwickshire.gateway.cpis.ScenarioSteps.unverified;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.gov.warwickshire.gateway.cpis.CpIsReconciliationLine.Standing;
import uk.gov.warwickshire.mappings.cpis.CpIsWithdrawal.Cause;
import uk.gov.warwickshire.mappings.record.Identity;
import uk.gov.warwickshire.mappings.record.VerificationStatus;

/** Who is sent to CP-IS and under whose number: no choice keeps a child out, and no number is shown for two people. */
class CpIsWhoIsSentTest extends SoundRoomFixture {

    @Test
    void thePlanOfAnUnbornChildIsHeldAgainstTheMotherAndPassesWithTheBirth() {
        arrives(room, child().expected("2027-01-15").motherOf(7).plan("p1", "2026-11-01", ""));
        assertThat(atCpIs(room, "m7", 7)).isEqualTo(Map.of("UCP", "2026-11-01"));
        assertThat(room.line("m7").standing()).isEqualTo(Standing.IN_STEP);

        room.clock.advance(Duration.ofDays(50));
        arrives(room, child().born("2027-01-10").motherOf(7).plan("p1", "2026-11-01", ""));

        assertThat(atCpIs(room, "m7", 7)).isEqualTo(Map.of("UCP", "2026-11-01 to 2027-01-10"));
        assertThat(atCpIs(room, "c1", 1)).isEqualTo(Map.of("CPP", "2027-01-10"));
    }

    @Test
    void anOptOutARestrictionAndAnObjectionMakeNoDifferenceAndStandInTheLedger() {
        Identity restricted = new Identity(TestChildren.verified(31).nhsNumber(), VerificationStatus.VERIFIED, true);

        arrives(room, TestChildren.child(31).identity(restricted).plan("p1", "2026-10-01", ""));

        assertThat(atCpIs(room, "c31", 31)).isEqualTo(Map.of("CPP", "2026-10-01"));
        assertThat(database.jdbc()
                        .queryForList(
                                "select outcome || ' ' || headline || ' ' || opt_out_state || ' ' || restricted"
                                        + " from disclosure_ledger where destination = 'cp-is' and child_id = 'c31'",
                                String.class))
                .containsExactly("SENT STATUTORY_DUTY OPTED_OUT true");
    }

    @Test
    void twoPeopleWithOneNumberAreSentForNeither() {
        twoPeopleWithOneNumberArrive();

        assertThat(room.service.received()).isEmpty();
        assertThat(room.bean(CpIsWorkQueue.class).all())
                .extracting(CpIsWorkItem::kind)
                .containsExactly(CpIsWorkItem.Kind.NUMBER_CONFLICT, CpIsWorkItem.Kind.NUMBER_CONFLICT);
    }

    @Test
    void whenTheOtherPersonsNumberIsCorrectedTheOneWhoWaitedForItIsSent() {
        twoPeopleWithOneNumberArrive();
        assertThat(room.line("c1").standing()).isEqualTo(Standing.FAILING);

        // Nothing of the first child changes.
        arrives(room, TestChildren.child(2).plan("p2", "2026-10-01", ""));
        room.bean(DailyEvaluation.class).run();
        room.turn();

        assertThat(atCpIs(room, "c1", 1)).isEqualTo(Map.of("CPP", "2026-10-01"));
        assertThat(room.line("c1").standing()).isEqualTo(Standing.IN_STEP);
        assertThat(room.line("c2").standing()).isEqualTo(Standing.IN_STEP);
    }

    @Test
    void whatStandsUnderAWrongNumberIsWithdrawnThereAndThePlanGoesOnUnderTheRightOne() {
        arrives(room, child().identity(TestChildren.verified(4)).plan("p1", "2026-10-01", ""));
        arrives(room, child().plan("p1", "2026-10-01", ""));
        assertThat(room.line("c1").standing()).as("someone else is shown").isEqualTo(Standing.DIFFERING);
        assertThat(room.bean(CpIsWorkQueue.class).all()).singleElement().satisfies(item -> {
            assertThat(item.kind()).isEqualTo(CpIsWorkItem.Kind.UNEXPLAINED);
            assertThat(item.meaning()).contains("no longer the person's");
        });

        room.bean(CpIsActions.class)
                .withdraw(held(room, true), Cause.UPLOADED_IN_ERROR, "an engineer", "the number was another child's");
        room.turn();

        assertThat(room.service.loaded().get(TestChildren.number(4).digits())).isEmpty();
        assertThat(room.service.loaded().get(TestChildren.number(1).digits())).containsKey("CPP");
        assertThat(room.line("c1").standing()).isEqualTo(Standing.IN_STEP);
        assertThat(room.line("c1").desired()).containsExactly("CPP 2026-10-01");
        assertThat(room.bean(CpIsWorkQueue.class).all()).isEmpty();
        assertThatThrownBy(() -> withdrawFormer("once more")).hasMessageContaining("already");
    }

    @Test
    void aPlanOfAChildWhoCannotBeSentIsNobodysToTakeAway() {
        arrives(room, child().plan("p1", "2026-10-01", ""));
        arrives(room, child().identity(unverified()).plan("p1", "2026-10-01", ""));

        assertThat(room.bean(CpIsWorkQueue.class).all())
                .extracting(CpIsWorkItem::kind)
                .containsExactly(CpIsWorkItem.Kind.CANNOT_BE_SENT);
    }

    private void twoPeopleWithOneNumberArrive() {
        room.arrive(
                child().plan("p1", "2026-10-01", "").record(),
                TestChildren.child(2)
                        .identity(TestChildren.verified(1))
                        .plan("p2", "2026-10-01", "")
                        .record());
        room.turn();
    }

    private void withdrawFormer(String why) {
        room.bean(CpIsActions.class).withdraw(held(room, true), Cause.UPLOADED_IN_ERROR, "an engineer", why);
    }
}
