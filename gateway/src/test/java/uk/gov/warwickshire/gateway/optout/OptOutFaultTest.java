package uk.gov.warwickshire.gateway.optout;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.warwickshire.gateway.optout.OptOutStatus.State.NOT_OPTED_OUT;
import static uk.gov.warwickshire.gateway.optout.OptOutStatus.State.OPTED_OUT;
import static uk.gov.warwickshire.gateway.optout.OptOutStatus.State.UNKNOWN;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.gov.warwickshire.gateway.mesh.MeshHeaders;
import uk.gov.warwickshire.gateway.testing.TestDatabase;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/** What goes wrong between us and the check service: silence, repetition, strangers, broken connections, crashes. */
class OptOutFaultTest {

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
    void no_answer_in_time_is_an_alarm_and_the_numbers_are_asked_again_but_a_late_answer_still_counts() {
        silentService();
        room.request(PEOPLE);
        room.turn();
        Exchange first = room.last();
        room.clock.advance(Duration.ofHours(25));
        room.turn();
        assertThat(states()).containsExactly(ExchangeState.OVERDUE);
        assertThat(room.last().problem()).contains("no answer in time, MESH has it as accepted");
        room.turn();
        assertThat(states()).containsExactly(ExchangeState.SENT, ExchangeState.OVERDUE);

        room.reply(first.localId(), PEOPLE.get(0).digits() + ",\n");
        room.turn();

        assertThat(states()).containsExactly(ExchangeState.SENT, ExchangeState.ANSWERED);
        assertThat(statusOf(PEOPLE.get(0)).state()).isEqualTo(NOT_OPTED_OUT);
        assertThat(statusOf(PEOPLE.get(0)).checkedAt())
                .isEqualTo(first.attemptedAt()
                        .or(() -> room.exchanges.latest(2).get(1).attemptedAt()));
    }

    @Test
    void an_old_answer_never_replaces_a_newer_one() {
        silentService();
        room.request(List.of(OUT));
        room.turn();
        Exchange first = room.last();
        room.clock.advance(Duration.ofHours(25));
        room.turn();
        room.turn();
        room.reply(room.last().localId(), "");
        room.turn();
        room.reply(first.localId(), OUT.digits() + ",\n");
        room.turn();

        assertThat(states()).containsExactly(ExchangeState.ANSWERED, ExchangeState.ANSWERED);
        assertThat(statusOf(OUT).state()).isEqualTo(OPTED_OUT);
    }

    @Test
    void replies_twice_in_the_wrong_order_or_to_nothing_we_asked_are_survived() {
        silentService();
        room.request(PEOPLE);
        room.turn();
        String id = room.last().localId();
        String receipt = "{\"status\": \"pending\"}";
        room.reply(id, PEOPLE.get(0).digits() + ",\n");
        room.reply(id, receipt);
        room.reply(id, "");
        room.reply(id, receipt);
        room.reply("optout-unknown", PEOPLE.get(0).digits() + ",\n");
        room.turn();

        assertThat(states()).containsExactly(ExchangeState.ANSWERED);
        assertThat(statusOf(PEOPLE.get(0)).state()).isEqualTo(NOT_OPTED_OUT);
        assertThat(messagesIn("UNKNOWN_CONTENT")).isEqualTo(1);
        assertThat(messagesIn("RECEIVED")).isZero();
    }

    @Test
    void an_answer_about_people_we_did_not_ask_about_changes_nothing() {
        silentService();
        room.request(PEOPLE.subList(0, 5));
        room.turn();
        room.reply(room.last().localId(), PEOPLE.get(9).digits() + ",\n");
        room.turn();

        assertThat(room.exchanges.latest(2).get(0).problem())
                .contains("the answer names people who were not asked about");
        assertThat(statusOf(PEOPLE.get(0)).state()).isEqualTo(UNKNOWN);
        assertThat(messagesIn("UNKNOWN_CONTENT")).isEqualTo(1);
    }

    @Test
    void a_reply_from_another_mailbox_is_no_answer() {
        silentService();
        room.request(PEOPLE);
        room.turn();
        room.mesh.deliver(
                OptOutRoom.OURS,
                Map.of(
                        MeshHeaders.FROM,
                        "X26OTHER1",
                        MeshHeaders.WORKFLOW,
                        OptOutRoom.WORKFLOW,
                        MeshHeaders.LOCAL_ID,
                        room.last().localId()),
                new byte[0],
                Duration.ZERO);
        room.turn();

        assertThat(states()).containsExactly(ExchangeState.SENT);
        assertThat(statusOf(OUT).state()).isEqualTo(UNKNOWN);
    }

    @Test
    void a_connection_that_breaks_after_the_file_was_taken_is_settled_by_its_answer_and_never_sent_again() {
        room.request(PEOPLE);
        room.server.answering(answer -> {
            if (answer.status() == 202) {
                throw new IllegalStateException("connection breaks");
            }
            return answer;
        });
        room.collector.collect();
        room.mailbox.poll(room.handler);
        room.server.answering(answer -> answer);
        room.clock.advance(OptOutRoom.DELAY);
        room.turn();
        room.turn();

        assertThat(states()).containsExactly(ExchangeState.ANSWERED);
        assertThat(room.mesh.receivedBy(OptOutRoom.SERVICE)).hasSize(1);
    }

    @Test
    void a_process_that_dies_while_sending_does_not_send_again_after_its_restart() {
        room.request(PEOPLE);
        room.collector.collect();
        room.exchanges.sending(room.last());

        OptOutRoom restarted = OptOutRoom.restarted(room);
        restarted.turn();

        assertThat(restarted.last().state()).isEqualTo(ExchangeState.UNKNOWN);
        assertThat(room.mesh.receivedBy(OptOutRoom.SERVICE)).isEmpty();
        restarted.clock.advance(Duration.ofHours(25));
        restarted.turn();
        restarted.turn();
        restarted.turn();
        assertThat(restarted.exchanges.latest(5))
                .extracting(Exchange::state)
                .containsExactly(ExchangeState.ANSWERED, ExchangeState.OVERDUE);
        assertThat(statusOf(OUT).state()).isEqualTo(OPTED_OUT);
        restarted.close();
    }

    private void silentService() {
        room.close();
        room = new OptOutRoom(DATABASE, SomeOptOuts.NONE, false, 1000);
    }

    private OptOutStatus statusOf(NhsNumber number) {
        return room.register.statusesOf(List.of(number)).get(number);
    }

    private List<ExchangeState> states() {
        return room.exchanges.latest(10).stream().map(Exchange::state).toList();
    }

    private int messagesIn(String state) {
        return DATABASE.jdbc()
                .queryForObject("select count(*) from mesh_message where state = ?", Integer.class, state);
    }
}
