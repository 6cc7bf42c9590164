package uk.gov.warwickshire.mappings.cpis;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.warwickshire.mappings.cpis.CpIsPeople.CORA;
import static uk.gov.warwickshire.mappings.cpis.CpIsPeople.DINA;
import static uk.gov.warwickshire.mappings.cpis.CpIsPeople.plan;
import static uk.gov.warwickshire.mappings.cpis.PlanType.CPP;
import static uk.gov.warwickshire.mappings.cpis.PlanType.LAC;
import static uk.gov.warwickshire.mappings.cpis.PlanType.UCP;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.gov.warwickshire.mappings.cpis.CpIsStatus.InScope;
import uk.gov.warwickshire.mappings.cpis.CpIsStatus.NeedsAttention;
import uk.gov.warwickshire.mappings.cpis.CpIsStatus.OutOfScope;
import uk.gov.warwickshire.mappings.cpis.CpIsStatus.Problem;
import uk.gov.warwickshire.mappings.cpis.CpIsStatus.Reason;

class CpIsDeltaTest {

    private static final CpIsPlan OPEN = plan(CPP, "2025-03-14");
    private static final CpIsPlan ENDED = plan(CPP, "2025-03-14", "2026-02-20");

    @Test
    void aNewPlanIsSent() {
        assertSends(delta(inScope(OPEN), null), OPEN);
    }

    @Test
    void nothingIsSentWhenCpIsHoldsIt() {
        assertSends(delta(inScope(OPEN), held(OPEN)));
    }

    @Test
    void anEndIsSent() {
        assertSends(delta(inScope(ENDED), held(OPEN)), ENDED);
    }

    @Test
    void aCorrectedStartIsSentForTheSamePlan() {
        CpIsPlan corrected = plan(CPP, "2025-03-10");
        CpIsDelta delta = delta(inScope(corrected), held(OPEN));
        assertSends(delta, corrected);
        assertThat(delta.unexplained()).isEmpty();
    }

    @Test
    void theEndOfAnEarlierPlanGoesBeforeTheStartOfTheNext() {
        CpIsPlan second = CpIsPlan.open(CPP, "second", LocalDate.parse("2026-02-22"));
        CpIsStatus desired = inScope(ENDED, second);

        CpIsDelta first = delta(desired, held(OPEN));
        assertSends(first, ENDED);
        assertThat(first.more()).isTrue();

        CpIsPerson after = CpIsPerson.afterAcknowledgement(
                Optional.of(held(OPEN)), first.send().get(0), Optional.of(held(ENDED, second)));
        assertSends(delta(desired, after), second);
        assertThat(delta(desired, after).more()).isFalse();
    }

    /** Whether CP-IS keeps both is not known: the child must not be shown as no longer on a plan. */
    @Test
    void afterACorrectionOfAnEarlierPlanTheCurrentOneIsSaidAgain() {
        CpIsPlan second = CpIsPlan.open(CPP, "second", LocalDate.parse("2026-02-22"));
        CpIsPlan corrected = OPEN.endedOn(LocalDate.parse("2026-01-02"));
        CpIsPerson wanted = held(corrected, second);
        CpIsDelta first = delta(inScope(corrected, second), held(ENDED, second));
        assertSends(first, corrected);

        CpIsPerson after = CpIsPerson.afterAcknowledgement(
                Optional.of(held(ENDED, second)), first.send().get(0), Optional.of(wanted));
        assertSends(delta(inScope(corrected, second), after), second);
        assertThat(CpIsPerson.afterAcknowledgement(
                                Optional.of(held(ENDED, second)), first.send().get(0), Optional.of(held(corrected)))
                        .plans())
                .as("one that the record does not explain stays known")
                .contains(second);
        CpIsPerson underAnotherNumber = new CpIsPerson(DINA, List.of(corrected, second));
        assertThat(CpIsPerson.afterAcknowledgement(
                                Optional.of(held(ENDED, second)), first.send().get(0), Optional.of(underAnotherNumber))
                        .plans())
                .as("what stands under a former number stays known")
                .contains(second);
    }

    @Test
    void aChangedNameIsSentWithTheLatestPlan() {
        CpIsSubject renamed =
                new CpIsSubject(CORA.nhsNumber(), CORA.localId(), "Newname", CORA.givenNames(), CORA.birthDate());
        CpIsDelta delta = delta(new InScope("C1003", new CpIsPerson(renamed, List.of(OPEN)), Set.of()), held(OPEN));
        assertThat(delta.send()).containsExactly(new CpIsRecord(renamed, List.of(OPEN)));
    }

    @Test
    void thePlanOfAnUnbornChildHasARecordOfItsOwn() {
        CpIsPlan unborn = plan(UCP, "2025-12-12");
        assertThat(delta(inScope(OPEN, unborn), null).send())
                .containsExactly(new CpIsRecord(CORA, List.of(OPEN)), new CpIsRecord(CORA, List.of(unborn)));
    }

    @Test
    void aPlanThatVanishedIsForAPersonAndNeverDeletedByItself() {
        CpIsDelta delta = delta(new OutOfScope("C1003", Reason.NO_STATUS), held(OPEN));
        assertSends(delta);
        assertThat(delta.unexplained()).containsExactly(OPEN);
        assertThat(delta(new NeedsAttention("C1003", Set.of(Problem.NAME_MISSING)), held(OPEN))
                        .unexplained())
                .containsExactly(OPEN);
    }

    @Test
    void aPlanThatEndedLongAgoNeedsNothing() {
        assertThat(delta(new OutOfScope("C1003", Reason.ENDED), held(ENDED)).unexplained())
                .isEmpty();
    }

    @Test
    void nothingIsSentAfterTheEighteenthBirthday() {
        CpIsDelta delta = delta(new OutOfScope("C1003", Reason.ADULT), held(OPEN));
        assertSends(delta);
        assertThat(delta.unexplained()).isEmpty();
        CpIsPlan unborn = plan(UCP, "2025-12-12");
        assertThat(delta(new OutOfScope("C1003", Reason.ADULT), held(OPEN, unborn))
                        .unexplained())
                .as("a mother's plan does not end with her childhood")
                .containsExactly(unborn);
    }

    @Test
    void nothingIsSentForAnInactiveNumber() {
        CpIsDelta delta = CpIsDelta.of(inScope(ENDED), Optional.of(held(OPEN)), Set.of(CORA.nhsNumber()));
        assertSends(delta);
        assertThat(delta.unexplained()).isEmpty();
    }

    @Test
    void aReplacementNumberStartsAnew() {
        CpIsPerson old = new CpIsPerson(DINA, List.of(OPEN));
        assertSends(CpIsDelta.of(inScope(OPEN), Optional.of(old), Set.of(DINA.nhsNumber())), OPEN);
        assertThat(delta(inScope(OPEN), old).unexplained())
                .as("the old number is still active")
                .containsExactly(OPEN);
    }

    @Test
    void aDeleteDateIsSentOnceAndOnlyOnOrder() {
        CpIsWithdrawal order = new CpIsWithdrawal(CPP, OPEN.planId(), CpIsWithdrawal.Cause.UPLOADED_IN_ERROR);
        CpIsRecord withdrawal =
                order.from(held(OPEN), LocalDate.parse("2026-02-25")).orElseThrow();
        assertThat(withdrawal.plans().get(0).delete()).contains(LocalDate.parse("2026-02-25"));

        CpIsPerson after = CpIsPerson.afterAcknowledgement(Optional.of(held(OPEN)), withdrawal, Optional.empty());
        assertThat(order.from(after, LocalDate.parse("2026-02-26"))).isEmpty();
        assertThat(delta(new OutOfScope("C1003", Reason.NO_STATUS), after).unexplained())
                .isEmpty();
        assertThat(new CpIsWithdrawal(LAC, OPEN.planId(), CpIsWithdrawal.Cause.UPLOADED_IN_ERROR)
                        .from(held(OPEN), LocalDate.parse("2026-02-25")))
                .isEmpty();
    }

    private static CpIsStatus inScope(CpIsPlan... plans) {
        return new InScope("C1003", held(plans), Set.of());
    }

    private static CpIsPerson held(CpIsPlan... plans) {
        return new CpIsPerson(CORA, List.of(plans));
    }

    private static CpIsDelta delta(CpIsStatus desired, CpIsPerson acknowledged) {
        return CpIsDelta.of(desired, Optional.ofNullable(acknowledged), Set.of());
    }

    private static void assertSends(CpIsDelta delta, CpIsPlan... plans) {
        assertThat(delta.send().stream().flatMap(r -> r.plans().stream())).containsExactly(plans);
    }
}
