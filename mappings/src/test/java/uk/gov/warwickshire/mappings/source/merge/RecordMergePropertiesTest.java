package uk.gov.warwickshire.mappings.source.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.warwickshire.mappings.source.merge.RandomPair.REFERENCE_DATE;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import uk.gov.warwickshire.mappings.record.ChildInNeed;
import uk.gov.warwickshire.mappings.record.ChildProtection;
import uk.gov.warwickshire.mappings.record.ChildProtection.ChildProtectionPlan;
import uk.gov.warwickshire.mappings.record.ChildRecord;
import uk.gov.warwickshire.mappings.record.Source;

/** What holds for any two records of one child. */
class RecordMergePropertiesTest {

    @Property(tries = 500)
    void mergingTheSameCensusAgainChangesNothing(@ForAll long seed) {
        RandomPair pair = RandomPair.of(seed);
        ChildRecord once = merge(pair);

        ChildRecord twice =
                RecordMerge.merge(once, pair.census(), REFERENCE_DATE).child();

        assertThat(twice)
                .usingRecursiveComparison()
                .ignoringFields("missingRows")
                .isEqualTo(once);
    }

    @Property(tries = 500)
    void aChildAtRiskIsNotHidden(@ForAll long seed) {
        RandomPair pair = RandomPair.of(seed);
        ChildRecord merged = merge(pair);

        IntStream.range(0, RandomPair.DAYS + 4)
                .mapToObj(RandomPair.FIRST_DAY::plusDays)
                .forEach(day -> {
                    boolean inDataset = onPlan(pair.ssd(), day);
                    boolean inCensus = onPlan(pair.census(), day) && !day.isAfter(REFERENCE_DATE);
                    if (inDataset || inCensus) {
                        assertThat(onPlan(merged, day))
                                .as("on a plan on %s", day)
                                .isTrue();
                    }
                });
    }

    @Property(tries = 500)
    void whatOnlyOneSourceKnowsIsThere(@ForAll long seed) {
        RandomPair pair = RandomPair.of(seed);
        ChildRecord merged = merge(pair);

        assertThat(merged.lookedAfter()).isEqualTo(pair.ssd().lookedAfter());
        assertThat(planStarts(merged)).containsAll(planStarts(pair.ssd())).containsAll(planStarts(pair.census()));
        assertThat(merged.childProtection().plans().size())
                .isBetween(Math.max(plans(pair.ssd()), plans(pair.census())), plans(pair.ssd()) + plans(pair.census()));
        assertThat(referralIds(merged)).containsAll(referralIds(pair.ssd()));
        assertThat(merged.person().forename()).isEqualTo(pair.ssd().person().forename());
    }

    @Property(tries = 500)
    void linksOfTheCensusLeadToTheRowsAsTheyAreNow(@ForAll long seed) {
        RandomPair pair = RandomPair.of(seed);
        ChildRecord merged = merge(pair);

        List<String> known = referralIds(merged);
        List<String> inCensus = referralIds(pair.census());
        assertThat(Stream.concat(
                                merged.childInNeed().assessments().stream()
                                        .filter(a -> Source.of(a.row()) == Source.CIN_CENSUS)
                                        .map(ChildInNeed.Assessment::referralId),
                                merged.childProtection().enquiries().stream()
                                        .filter(e -> Source.of(e.row()) == Source.CIN_CENSUS)
                                        .map(ChildProtection.Section47Enquiry::referralId))
                        .flatMap(Optional::stream)
                        .filter(id -> !known.contains(id)))
                .as("only what led nowhere before")
                .allMatch(id -> !inCensus.contains(id));
    }

    @Property(tries = 500)
    void whatTheCensusFilledIsNoted(@ForAll long seed) {
        RandomPair pair = RandomPair.of(seed);
        ChildRecord merged = merge(pair);

        assertThat(merged.supplements()).allSatisfy(supplement -> {
            assertThat(Source.of(supplement.of())).isEqualTo(Source.SSD);
            assertThat(Source.of(supplement.from())).isEqualTo(Source.CIN_CENSUS);
        });
        boolean birthFilled = pair.ssd().person().birthDate().isEmpty()
                && merged.person().birthDate().isPresent();
        assertThat(merged.supplements().stream().anyMatch(s -> s.element().equals("birthDate")))
                .isEqualTo(birthFilled);
    }

    private static ChildRecord merge(RandomPair pair) {
        MergedRecord merged = RecordMerge.merge(pair.ssd(), pair.census(), REFERENCE_DATE);
        assertThat(merged.sameChild()).isTrue();
        return merged.child();
    }

    private static boolean onPlan(ChildRecord child, LocalDate day) {
        return child.childProtection().plans().stream().anyMatch(p -> p.period().isOpenOn(day));
    }

    private static List<LocalDate> planStarts(ChildRecord child) {
        return child.childProtection().plans().stream()
                .map(ChildProtectionPlan::period)
                .flatMap(p -> p.start().stream())
                .toList();
    }

    private static int plans(ChildRecord child) {
        return child.childProtection().plans().size();
    }

    private static List<String> referralIds(ChildRecord child) {
        return child.childInNeed().referrals().stream()
                .map(ChildInNeed.Referral::id)
                .toList();
    }
}
