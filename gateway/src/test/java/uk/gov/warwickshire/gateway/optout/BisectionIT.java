package uk.gov.warwickshire.gateway.optout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import uk.gov.warwickshire.gateway.optout.OptOutStatus.State;
import uk.gov.warwickshire.gateway.testing.TestDatabase;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/** Whatever numbers the service refuses, they alone stay unknown. */
class BisectionIT {

    private static final int MOST_TURNS = 40;
    private static final List<NhsNumber> PEOPLE = TestNumbers.first(60);
    private static final TestDatabase DATABASE = new TestDatabase();

    @AfterContainer
    static void close() {
        DATABASE.close();
    }

    @Property(tries = 25)
    void exactly_the_bad_numbers_are_refused_and_all_others_answered(
            @ForAll @IntRange(min = 1, max = 60) int count,
            @ForAll @Size(max = 8) Set<@IntRange(max = 59) Integer> bad,
            @ForAll @Size(max = 8) Set<@IntRange(max = 59) Integer> out) {
        OptOutRoom.empty(DATABASE);
        Set<NhsNumber> asked = new HashSet<>(PEOPLE.subList(0, count));
        Set<NhsNumber> refused = pick(bad, asked);
        Set<NhsNumber> optedOut = pick(out, asked);
        try (OptOutRoom room = new OptOutRoom(DATABASE, SomeOptOuts.of(optedOut, refused), true, 1000)) {
            room.request(asked);
            for (int turn = 0; turn < MOST_TURNS && (turn == 0 || isUnderWay(room)); turn++) {
                room.turn();
            }

            assertThat(DATABASE.jdbc().queryForList("select nhs_number from opt_out_refused", String.class))
                    .containsExactlyInAnyOrderElementsOf(digits(refused));
            room.register.statusesOf(asked).forEach((number, status) -> assertThat(status.state())
                    .isEqualTo(expected(number, refused, optedOut)));
            room.request(asked);
            room.collector.collect();
            assertThat(waitingOrInFile()).noneMatch(digits(refused)::contains);
        }
    }

    private static List<String> waitingOrInFile() {
        return DATABASE.jdbc().queryForList("""
                select nhs_number from opt_out_request union select nhs_number from opt_out_exchange_number
                """, String.class);
    }

    private static List<String> digits(Set<NhsNumber> numbers) {
        return numbers.stream().map(NhsNumber::digits).toList();
    }

    private static boolean isUnderWay(OptOutRoom room) {
        return room.overviews.read().exchanges().keySet().stream().anyMatch(ExchangeState::isOpen);
    }

    private static State expected(NhsNumber number, Set<NhsNumber> refused, Set<NhsNumber> optedOut) {
        if (refused.contains(number)) {
            return State.UNKNOWN;
        }
        return optedOut.contains(number) ? State.OPTED_OUT : State.NOT_OPTED_OUT;
    }

    private static Set<NhsNumber> pick(Set<Integer> indices, Set<NhsNumber> from) {
        Set<NhsNumber> picked = new HashSet<>();
        indices.forEach(index -> picked.add(PEOPLE.get(index)));
        picked.retainAll(from);
        return picked;
    }
}
