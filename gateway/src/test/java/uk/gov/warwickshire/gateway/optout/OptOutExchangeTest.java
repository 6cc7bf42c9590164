package uk.gov.warwickshire.gateway.optout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static uk.gov.warwickshire.gateway.optout.OptOutStatus.State.NOT_OPTED_OUT;
import static uk.gov.warwickshire.gateway.optout.OptOutStatus.State.OPTED_OUT;
import static uk.gov.warwickshire.gateway.optout.OptOutStatus.State.UNKNOWN;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.gov.warwickshire.gateway.demo.mesh.SimulatedMessage;
import uk.gov.warwickshire.gateway.mesh.MeshHeaders;
import uk.gov.warwickshire.gateway.testing.TestDatabase;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/** The register over a real database and the strict simulator of MESH and the check service. */
class OptOutExchangeTest {

    private static final TestDatabase DATABASE = new TestDatabase();
    private static final List<NhsNumber> PEOPLE = TestNumbers.first(10);
    private static final NhsNumber OUT = PEOPLE.get(3);

    private OptOutRoom room;

    @BeforeEach
    void open() {
        OptOutRoom.empty(DATABASE);
        room = new OptOutRoom(DATABASE, SomeOptOuts.of(List.of(OUT), List.of()), true, 1000);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @AfterAll
    static void stop() {
        DATABASE.close();
    }

    @Test
    void who_is_missing_from_the_answer_has_opted_out() {
        room.request(PEOPLE);
        assertThat(statusOf(OUT).state()).isEqualTo(UNKNOWN);

        room.turn();
        assertThat(room.last().state()).isEqualTo(ExchangeState.RECEIPTED);
        room.turn();

        assertThat(room.last()).satisfies(exchange -> {
            assertThat(exchange.state()).isEqualTo(ExchangeState.ANSWERED);
            assertThat(exchange.asked()).isEqualTo(10);
            assertThat(exchange.returned()).contains(9);
        });
        assertThat(statusOf(OUT).state()).isEqualTo(OPTED_OUT);
        assertThat(statusOf(PEOPLE.get(0)).state()).isEqualTo(NOT_OPTED_OUT);
        assertThat(room.changes()).containsExactlyInAnyOrderElementsOf(PEOPLE);
    }

    @Test
    void the_file_has_one_number_and_a_comma_on_each_line_and_the_agreed_name() {
        room.request(PEOPLE.subList(0, 2));
        room.turn();

        SimulatedMessage file = room.mesh.receivedBy(OptOutRoom.SERVICE).get(0);
        assertThat(new String(file.body()))
                .isEqualTo(PEOPLE.get(0).digits() + ",\n" + PEOPLE.get(1).digits() + ",\n");
        assertThat(file.header(MeshHeaders.FILE_NAME)).contains("X26OURS01-231126-0001.dat");
        assertThat(file.header(MeshHeaders.SUBJECT)).contains("X26OURS01-231126-0001");
    }

    @Test
    void an_empty_answer_means_that_all_have_opted_out() {
        room.request(List.of(OUT));
        room.turn();
        room.turn();

        assertThat(statusOf(OUT).state()).isEqualTo(OPTED_OUT);
        assertThat(room.last().returned()).contains(0);
    }

    @Test
    void nobody_is_asked_about_twice_while_an_answer_is_awaited_and_nobody_without_need() {
        room.request(PEOPLE);
        room.turn();
        room.request(PEOPLE);
        room.collector.collect();
        assertThat(room.exchanges.latest(10)).hasSize(1);
        room.turn();
        room.turn();
        assertThat(room.exchanges.latest(10)).hasSize(1);
    }

    @Test
    void a_status_is_refreshed_before_it_goes_stale_and_only_changes_are_told() {
        room.request(PEOPLE);
        room.turn();
        room.turn();
        room.changes();
        room.clock.advance(Duration.ofDays(8));
        assertThat(statusOf(OUT).stale()).isFalse();

        room.turn();
        room.turn();

        assertThat(room.exchanges.latest(10)).hasSize(2);
        assertThat(room.changes()).isEmpty();
    }

    @Test
    void a_stale_status_that_is_fresh_again_is_a_change() {
        room.request(PEOPLE);
        room.turn();
        room.turn();
        room.changes();
        room.clock.advance(Duration.ofDays(22));
        assertThat(statusOf(OUT)).satisfies(status -> {
            assertThat(status.stale()).isTrue();
            assertThat(status.state()).isEqualTo(OPTED_OUT);
        });

        room.turn();
        room.turn();

        assertThat(statusOf(OUT).stale()).isFalse();
        assertThat(room.changes()).containsExactlyInAnyOrderElementsOf(PEOPLE);
    }

    @Test
    void more_numbers_than_fit_go_in_several_files_in_order() {
        room.close();
        room = new OptOutRoom(DATABASE, SomeOptOuts.NONE, true, 4);
        room.request(PEOPLE);
        room.turn();
        room.turn();

        assertThat(room.exchanges.latest(10))
                .extracting(Exchange::sequence, Exchange::asked, Exchange::state)
                .containsExactly(
                        tuple(3L, 2, ExchangeState.ANSWERED),
                        tuple(2L, 4, ExchangeState.ANSWERED),
                        tuple(1L, 4, ExchangeState.ANSWERED));
    }

    @Test
    void test_numbers_are_never_sent_unless_allowed() {
        room.request(TestNumbers.startingWith('9', 3));
        room.turn();
        assertThat(room.exchanges.latest(10)).isEmpty();
    }

    @Test
    void what_is_forgotten_is_unknown_again() {
        room.request(PEOPLE);
        room.turn();
        room.turn();

        room.register.forget(List.of(OUT));

        assertThat(statusOf(OUT)).isEqualTo(OptOutStatus.UNKNOWN);
        assertThat(room.overviews.read().statuses())
                .containsEntry("NOT_OPTED_OUT", 9L)
                .doesNotContainKey("OPTED_OUT");
    }

    private OptOutStatus statusOf(NhsNumber number) {
        return room.register.statusesOf(List.of(number)).get(number);
    }
}
