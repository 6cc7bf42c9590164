package uk.gov.warwickshire.mappings.cpis;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.warwickshire.mappings.cases.ChildRecordBuilder.between;
import static uk.gov.warwickshire.mappings.cases.ChildRecordBuilder.from;
import static uk.gov.warwickshire.mappings.cpis.CpIsRows.episode;
import static uk.gov.warwickshire.mappings.cpis.CpIsRows.legal;
import static uk.gov.warwickshire.mappings.cpis.CpIsRows.mother;
import static uk.gov.warwickshire.mappings.cpis.CpIsRows.person;
import static uk.gov.warwickshire.mappings.cpis.CpIsRows.plan;
import static uk.gov.warwickshire.mappings.cpis.PlanType.CPP;
import static uk.gov.warwickshire.mappings.cpis.PlanType.LAC;
import static uk.gov.warwickshire.mappings.cpis.PlanType.UCP;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.gov.warwickshire.mappings.cases.ChildRecordBuilder;
import uk.gov.warwickshire.mappings.cpis.CpIsStatus.InScope;
import uk.gov.warwickshire.mappings.cpis.CpIsStatus.NeedsAttention;
import uk.gov.warwickshire.mappings.cpis.CpIsStatus.OutOfScope;
import uk.gov.warwickshire.mappings.cpis.CpIsStatus.Problem;
import uk.gov.warwickshire.mappings.cpis.CpIsStatus.Reason;
import uk.gov.warwickshire.mappings.record.Identity;
import uk.gov.warwickshire.mappings.record.NhsNumber;
import uk.gov.warwickshire.mappings.record.Period;
import uk.gov.warwickshire.mappings.record.VerificationStatus;

class CpIsStatusesTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-15");
    private static final NhsNumber MOTHERS_NUMBER = new NhsNumber("9449306796");
    private static final Function<String, Identity> MOTHER_IS_TRACED = id -> id.equals("M1")
            ? new Identity(Optional.of(MOTHERS_NUMBER), VerificationStatus.VERIFIED, false)
            : Identity.UNKNOWN;

    @Test
    void aChildProtectionPlan() {
        assertPlans(child().with(plan("1", from("2025-03-14"))), CpIsPlan.open(CPP, "1", day("2025-03-14")));
    }

    @Test
    void theRestrictionOfARecordPlaysNoPart() {
        ChildRecordBuilder restricted = child().identity("9449306761", VerificationStatus.VERIFIED, true)
                .with(plan("1", from("2025-03-14")));
        assertThat(only(restricted)).isInstanceOf(InScope.class);
    }

    @ParameterizedTest(name = "plan {0} to {1}: {2}")
    @CsvSource({
        "2025-01-01, 2025-03-14, ENDED",
        "2026-03-16, , NOT_STARTED",
        "2026-03-16, 2026-04-01, NOT_STARTED",
    })
    void aPlanThatIsNotVisible(String start, String end, Reason reason) {
        ChildRecordBuilder child = child().with(plan("1", new Period(opt(start), opt(end))));
        assertThat(only(child)).isEqualTo(new OutOfScope("C1", reason));
    }

    @Test
    void anEndedPlanStaysForTwelveMonthsAndAnEndAheadIsNoEnd() {
        assertPlans(
                child().with(plan("1", between("2025-01-01", "2025-03-15"))),
                CpIsPlan.open(CPP, "1", day("2025-01-01")).endedOn(day("2025-03-15")));
        assertPlans(
                child().with(plan("1", between("2025-01-01", "2026-03-16"))),
                CpIsPlan.open(CPP, "1", day("2025-01-01")));
    }

    @ParameterizedTest(name = "born {0}: in scope {1}")
    @CsvSource({"2008-03-16, true", "2008-03-15, false", "1990-01-01, false"})
    void theEighteenthBirthdayEndsTheScope(String birth, boolean inScope) {
        ChildRecordBuilder child = new ChildRecordBuilder(person("C1", Optional.of(day(birth)), Optional.empty()))
                .verified("9449306761")
                .with(plan("1", from("2025-03-14")));
        assertThat(only(child) instanceof InScope).isEqualTo(inScope);
        if (!inScope) {
            assertThat(only(child)).isEqualTo(new OutOfScope("C1", Reason.ADULT));
        }
    }

    @ParameterizedTest(name = "{0} ({1})")
    @CsvSource({
        "C2, x, true",
        "C1, x, true",
        "V2, x, true",
        "V3, x, false",
        "V4, x, false",
        "E1, x, false",
        ", Full care order, true",
        ", C2 - Full care order, true",
        ", Interim Care Order (S38), true",
        ", 'Accommodated under S.20', true",
        ", Section 31, true",
        ", 'Accommodated under an agreed series of short-term breaks (Section 20)', false",
        ", Police protection, false",
    })
    void lookedAfterByLegalStatus(String code, String text, boolean shared) {
        ChildRecordBuilder child =
                child().with(episode("E1", from("2025-02-03"))).with(legal("L1", code, text, from("2025-02-03")));
        if (shared) {
            assertPlans(child, CpIsPlan.open(LAC, "CLA1", day("2025-02-03")));
        } else {
            assertThat(only(child)).isEqualTo(new OutOfScope("C1", Reason.NOT_SHARED));
        }
    }

    @Test
    void theListOfLegalStatusesIsTheCouncils() {
        CpIsScope wider = new CpIsScope(Set.of("E1"), Set.of(), 365, true);
        ChildRecordBuilder child = child().with(episode("E1", from("2025-02-03")))
                .with(legal("L1", "E1", "Placement order", from("2025-02-03")));
        assertThat(new CpIsStatuses(wider)
                        .of(child.build(), MOTHER_IS_TRACED, TODAY)
                        .get(0))
                .isInstanceOf(InScope.class);
    }

    @Test
    void anOrderBetweenDoesNotTakeTheChildOffButAShortBreakDoes() {
        ChildRecordBuilder child = child().with(episode("E1", from("2025-02-03")))
                .with(legal("L1", "V2", "V2", between("2025-02-03", "2025-05-01")))
                .with(legal("L2", "E1", "E1", between("2025-05-01", "2025-09-01")));
        assertPlans(child, CpIsPlan.open(LAC, "CLA1", day("2025-02-03")));
        child.with(legal("L3", "V4", "V4", from("2025-09-01")));
        assertPlans(child, CpIsPlan.open(LAC, "CLA1", day("2025-02-03")).endedOn(day("2025-09-01")));
    }

    @Test
    void theStatusEndsWithThePeriodOfCareNotWithAnEpisode() {
        assertPlans(
                child().with(episode("E1", between("2025-02-03", "2025-04-30")))
                        .with(episode("E2", between("2025-04-30", "2026-01-10")))
                        .with(legal("L1", "V2", "V2", from("2025-02-03"))),
                CpIsPlan.open(LAC, "CLA1", day("2025-02-03")).endedOn(day("2026-01-10")));
    }

    @Test
    void legalStatusesAloneSayTheChildIsLookedAfter() {
        assertPlans(
                child().with(legal("L1", "C2", "C2", from("2025-02-03"))), CpIsPlan.open(LAC, "L1", day("2025-02-03")));
    }

    @Test
    void lookedAfterAndOnAPlan() {
        assertPlans(
                child().with(plan("1", from("2025-03-14")))
                        .with(episode("E1", from("2025-02-03")))
                        .with(legal("L1", "C2", "C2", from("2025-02-03"))),
                CpIsPlan.open(LAC, "CLA1", day("2025-02-03")),
                CpIsPlan.open(CPP, "1", day("2025-03-14")));
    }

    @Test
    void neitherNorIsOutOfScope() {
        assertThat(only(child())).isEqualTo(new OutOfScope("C1", Reason.NO_STATUS));
    }

    @Test
    void withoutAVerifiedNumberAPersonMustAct() {
        ChildRecordBuilder child = child().identity("9449306761", VerificationStatus.NOT_TRACED, false)
                .with(plan("1", from("2025-03-14")));
        assertThat(only(child)).isEqualTo(new NeedsAttention("C1", Set.of(Problem.NHS_NUMBER_NOT_VERIFIED)));
    }

    @Test
    void withoutAStartDateAPersonMustActAndTheRestIsSent() {
        ChildRecordBuilder child = child().with(plan("1", new Period(Optional.empty(), Optional.empty())));
        assertThat(only(child)).isEqualTo(new NeedsAttention("C1", Set.of(Problem.PLAN_WITHOUT_START_DATE)));
        InScope inScope = (InScope) only(child.with(plan("2", from("2025-03-14"))));
        assertThat(inScope.problems()).containsExactly(Problem.PLAN_WITHOUT_START_DATE);
        assertThat(inScope.person().plans()).hasSize(1);
    }

    @Test
    void careWithoutAKnownLegalStatusIsForAPerson() {
        ChildRecordBuilder child = child().with(episode("E1", from("2025-02-03")));
        assertThat(only(child)).isEqualTo(new NeedsAttention("C1", Set.of(Problem.LEGAL_STATUS_MISSING)));
        child.with(legal("L1", null, "see file", from("2025-02-03")));
        assertThat(only(child)).isEqualTo(new NeedsAttention("C1", Set.of(Problem.LEGAL_STATUS_UNKNOWN)));
    }

    @Test
    void thePlanOfAnUnbornChildIsHeldAgainstTheMother() {
        InScope mother = (InScope) only(unborn().with(mother("M1")));
        assertThat(mother.personId()).isEqualTo("M1");
        assertThat(mother.person().subject().nhsNumber()).isEqualTo(MOTHERS_NUMBER);
        assertThat(mother.person().plans()).containsExactly(CpIsPlan.open(UCP, "1", day("2025-12-12")));
    }

    @Test
    void anUnbornChildWithoutAMotherWhoIsTracedIsForAPerson() {
        assertThat(only(unborn())).isEqualTo(new NeedsAttention("C1", Set.of(Problem.MOTHER_UNKNOWN)));
        assertThat(only(unborn().with(mother("M2"))))
                .isEqualTo(new NeedsAttention("C1", Set.of(Problem.MOTHER_NHS_NUMBER_NOT_VERIFIED)));
        assertThat(only(unborn().with(mother("M1"), mother("M2"))))
                .isEqualTo(new NeedsAttention("C1", Set.of(Problem.MOTHER_AMBIGUOUS)));
    }

    @Test
    void withTheBirthThePlanPassesFromTheMotherToTheChild() {
        ChildRecordBuilder born = new ChildRecordBuilder(
                        person("C1", Optional.of(day("2026-02-27")), Optional.of(day("2026-03-01"))))
                .verified("9449306761")
                .with(mother("M1"))
                .with(plan("1", from("2025-12-12")));
        List<CpIsStatus> statuses = statuses(born);
        assertThat(((InScope) statuses.get(0)).person().plans())
                .containsExactly(CpIsPlan.open(CPP, "1", day("2026-02-27")));
        assertThat(((InScope) statuses.get(1)).person().plans())
                .containsExactly(CpIsPlan.open(UCP, "1", day("2025-12-12")).endedOn(day("2026-02-27")));
    }

    @Test
    void twinsAreOneStatusOfTheirMotherAndTwoPeopleWithOneNumberAreNot() {
        CpIsPerson first = new CpIsPerson(CpIsPeople.MAYA, List.of(CpIsPlan.open(UCP, "1", day("2025-12-12"))));
        CpIsPerson second = new CpIsPerson(CpIsPeople.MAYA, List.of(CpIsPlan.open(UCP, "2", day("2025-12-14"))));
        assertThat(CpIsPersons.byNumber(List.of(first, second))).isEqualTo(new CpIsPersons(List.of(first), List.of()));

        CpIsSubject stranger = new CpIsSubject(
                CpIsPeople.CORA.nhsNumber(), Optional.of("C9"), "Other", List.of("Ann"), day("2016-01-01"));
        List<CpIsPerson> clash =
                List.of(new CpIsPerson(CpIsPeople.CORA, first.plans()), new CpIsPerson(stranger, first.plans()));
        assertThat(CpIsPersons.byNumber(clash)).isEqualTo(new CpIsPersons(List.of(), clash));
    }

    @Test
    void aPlanOfAnotherAuthorityIsSentUnlessTheCouncilSaysOtherwise() {
        CpIsScope ours = new CpIsScope(Set.of("C2"), Set.of(), 365, false);
        ChildRecordBuilder child = child().with(plan("1", from("2025-03-14"), true));
        assertThat(only(child)).isInstanceOf(InScope.class);
        assertThat(new CpIsStatuses(ours).of(child.build(), MOTHER_IS_TRACED, TODAY))
                .containsExactly(new OutOfScope("C1", Reason.NO_STATUS));
    }

    private static List<CpIsStatus> statuses(ChildRecordBuilder child) {
        return new CpIsStatuses(CpIsScope.DEFAULT).of(child.build(), MOTHER_IS_TRACED, TODAY);
    }

    private static CpIsStatus only(ChildRecordBuilder child) {
        assertThat(statuses(child)).hasSize(1);
        return statuses(child).get(0);
    }

    private static void assertPlans(ChildRecordBuilder child, CpIsPlan... plans) {
        assertThat(only(child)).isInstanceOf(InScope.class);
        assertThat(((InScope) only(child)).person().plans()).containsExactly(plans);
    }

    private static ChildRecordBuilder child() {
        return new ChildRecordBuilder(person("C1", Optional.of(day("2018-09-30")), Optional.empty()))
                .verified("9449306761");
    }

    private static ChildRecordBuilder unborn() {
        return new ChildRecordBuilder(person("C1", Optional.empty(), Optional.of(day("2026-04-01"))))
                .with(plan("1", from("2025-12-12")));
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }

    private static Optional<LocalDate> opt(String iso) {
        return Optional.ofNullable(iso).map(LocalDate::parse);
    }
}
