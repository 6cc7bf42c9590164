package uk.gov.warwickshire.mappings.cpis;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.warwickshire.mappings.cpis.CpIsRows.episode;
import static uk.gov.warwickshire.mappings.cpis.CpIsRows.legal;
import static uk.gov.warwickshire.mappings.cpis.CpIsRows.mother;
import static uk.gov.warwickshire.mappings.cpis.CpIsRows.person;
import static uk.gov.warwickshire.mappings.cpis.CpIsRows.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import uk.gov.warwickshire.mappings.cases.ChildRecordBuilder;
import uk.gov.warwickshire.mappings.cpis.CpIsStatus.InScope;
import uk.gov.warwickshire.mappings.cpis.CpIsStatus.NeedsAttention;
import uk.gov.warwickshire.mappings.record.ChildRecord;
import uk.gov.warwickshire.mappings.record.Identity;
import uk.gov.warwickshire.mappings.record.NhsNumber;
import uk.gov.warwickshire.mappings.record.Period;
import uk.gov.warwickshire.mappings.record.VerificationStatus;

/** What is derived once says on every day what a derivation on that day would say. */
class CpIsTimelineTest {

    private static final LocalDate DAY_0 = LocalDate.parse("2007-06-01");
    private static final int DAYS = 20 * 366;
    private static final Identity MOTHER =
            new Identity(Optional.of(new NhsNumber("9449306796")), VerificationStatus.VERIFIED, false);
    private static final CpIsScope SCOPE = CpIsScope.DEFAULT;

    @Property(tries = 300)
    void saysOnEachDayWhatTheStatusesSay(@ForAll("children") ChildRecord child, @ForAll("days") LocalDate day) {
        List<CpIsTimeline> timelines = CpIsTimeline.of(child, id -> MOTHER, SCOPE);

        for (CpIsStatus status : new CpIsStatuses(SCOPE).of(child, id -> MOTHER, day)) {
            List<CpIsTimeline> own = timelines.stream()
                    .filter(timeline -> timeline.personId().equals(status.personId()))
                    .toList();
            List<CpIsPlan> plans = CpIsTimeline.on(day, own, SCOPE);
            boolean unclear = own.stream().anyMatch(timeline -> timeline.isUnclearOn(day, SCOPE));

            if (status instanceof InScope inScope) {
                assertThat(plans)
                        .containsExactlyInAnyOrderElementsOf(inScope.person().plans());
                assertThat(unclear).isEqualTo(!inScope.problems().isEmpty() || mayBeHers(inScope, child));
            } else if (status instanceof NeedsAttention) {
                // A query needs neither name nor date of birth, so it may show what cannot be sent.
                assertThat(unclear || !plans.isEmpty()).isTrue();
            } else {
                assertThat(plans).isEmpty();
                assertThat(unclear).isFalse();
            }
        }
    }

    /** A plan without a start, before the birth: the mother is sent what is known, and a query is told that there may be more. */
    private static boolean mayBeHers(InScope status, ChildRecord child) {
        return !status.personId().equals(child.childId())
                && child.person().birthDate().isEmpty()
                && child.childProtection().plans().stream()
                        .anyMatch(plan -> plan.period().start().isEmpty());
    }

    @Property(tries = 200)
    void whoeverMayHaveAPlanOfAnUnbornChildIsNeverToldThatThereIsNone(
            @ForAll("unborn") ChildRecord child, @ForAll("days") LocalDate day) {
        List<CpIsTimeline> timelines = CpIsTimeline.of(child, id -> MOTHER, SCOPE);
        boolean onAPlan = child.childProtection().plans().stream()
                .anyMatch(plan -> plan.period().start().filter(day::isBefore).isEmpty()
                        && plan.period().end().filter(day::isAfter).isEmpty());

        for (String mother : List.of("M1", "M2")) {
            List<CpIsTimeline> hers = timelines.stream()
                    .filter(timeline -> timeline.personId().equals(mother))
                    .toList();
            assertThat(hers.stream().anyMatch(timeline -> timeline.isUnclearOn(day, SCOPE)) || !onAPlan)
                    .isTrue();
            assertThat(CpIsTimeline.on(day, hers, SCOPE))
                    .as("whose it is, nobody knows")
                    .isEmpty();
        }
    }

    @Provide
    Arbitrary<ChildRecord> unborn() {
        return periods().list().ofMinSize(1).ofMaxSize(3).map(plans -> {
            ChildRecordBuilder child = new ChildRecordBuilder(
                            person("C1", Optional.empty(), Optional.of(DAY_0.plusDays(DAYS + 1000))))
                    .with(mother("M1"))
                    .with(mother("M2"));
            for (int i = 0; i < plans.size(); i++) {
                child.with(plan("P" + i, plans.get(i)));
            }
            return child.build();
        });
    }

    @Provide
    Arbitrary<ChildRecord> children() {
        Arbitrary<Optional<LocalDate>> birth = days().optional(0.9);
        Arbitrary<List<Period>> plans = periods().list().ofMaxSize(3);
        Arbitrary<List<Period>> care = periods().list().ofMaxSize(1);
        return Combinators.combine(birth, plans, care).as(CpIsTimelineTest::child);
    }

    private static ChildRecord child(Optional<LocalDate> birth, List<Period> plans, List<Period> care) {
        Optional<LocalDate> expected = birth.isPresent() ? Optional.empty() : Optional.of(DAY_0.plusDays(DAYS));
        ChildRecordBuilder child = new ChildRecordBuilder(person("C1", birth, expected))
                .verified("9449306761")
                .with(mother("M1"));
        for (int i = 0; i < plans.size(); i++) {
            child.with(plan("P" + i, plans.get(i)));
        }
        for (int i = 0; i < care.size(); i++) {
            child.with(episode("E" + i, care.get(i)));
            child.with(legal("L" + i, "C2", "C2", care.get(i)));
        }
        return child.build();
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, DAYS).map(DAY_0::plusDays);
    }

    private Arbitrary<Period> periods() {
        Arbitrary<Optional<Integer>> lengths =
                Arbitraries.integers().between(0, 900).optional(0.7);
        return Combinators.combine(days().optional(0.9), lengths)
                .as((start, length) -> new Period(start, start.flatMap(s -> length.map(s::plusDays))));
    }
}
