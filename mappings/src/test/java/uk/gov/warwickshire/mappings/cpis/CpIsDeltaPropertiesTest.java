package uk.gov.warwickshire.mappings.cpis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import uk.gov.warwickshire.mappings.cpis.CpIsStatus.InScope;

/** Sending what the delta says, again and again, ends with CP-IS holding what it should, and then with nothing. */
class CpIsDeltaPropertiesTest {

    private static final LocalDate DAY = LocalDate.parse("2025-06-01");

    @Property(tries = 1000)
    void converges(@ForAll("persons") CpIsPerson desired, @ForAll("persons") CpIsPerson before) {
        Optional<CpIsPerson> held = Optional.of(before);
        CpIsStatus status = new InScope("C1003", desired, Set.of());
        Map<PlanType, CpIsPlan> said = new EnumMap<>(PlanType.class);
        int rounds = 0;
        for (CpIsDelta delta = delta(status, held); !delta.send().isEmpty(); delta = delta(status, held)) {
            assertThat(rounds++).isLessThanOrEqualTo(desired.plans().size());
            for (CpIsRecord record : delta.send()) {
                assertThat(record.plans()).allMatch(plan -> plan.delete().isEmpty());
                held = Optional.of(CpIsPerson.afterAcknowledgement(held, record, Optional.of(desired)));
                record.plans().forEach(plan -> said.put(plan.type(), plan));
            }
        }
        assertThat(held.orElseThrow().plans()).containsAll(desired.plans());
        assertThat(held.orElseThrow().subject()).isEqualTo(desired.subject());
        // If CP-IS keeps one plan of a type, it is the one that counts now.
        said.forEach((type, last) -> {
            List<CpIsPlan> plans = desired.plansOf(type);
            assertThat(last).isEqualTo(plans.get(plans.size() - 1));
        });
    }

    private static CpIsDelta delta(CpIsStatus status, Optional<CpIsPerson> held) {
        return CpIsDelta.of(status, held, Set.of());
    }

    @Provide
    Arbitrary<CpIsPerson> persons() {
        Arbitrary<List<Integer>> shape =
                Arbitraries.integers().between(0, 400).list().ofMinSize(1).ofMaxSize(5);
        Arbitrary<List<PlanType>> types = Arbitraries.of(PlanType.class).list().ofSize(5);
        return Combinators.combine(shape, types, Arbitraries.of(CpIsPeople.CORA, CpIsPeople.DINA))
                .as((days, kinds, subject) -> new CpIsPerson(
                        subject,
                        IntStream.range(0, days.size())
                                .mapToObj(i -> plan(kinds.get(i), "P" + i, days.get(i)))
                                .toList()));
    }

    private static CpIsPlan plan(PlanType type, String id, int days) {
        CpIsPlan open = CpIsPlan.open(type, id, DAY.plusDays(days));
        return days % 3 == 0 ? open.endedOn(open.start().plusDays(days)) : open;
    }
}
