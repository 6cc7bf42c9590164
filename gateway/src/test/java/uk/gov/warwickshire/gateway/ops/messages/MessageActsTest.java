package uk.gov.warwickshire.gateway.ops.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.gov.warwickshire.gateway.delivery.DeliveryFilter;

/** Putting messages right, one by one and many at once. */
class MessageActsTest {

    @TempDir
    private static Path folder;

    private static MessageRoom room;

    @BeforeAll
    static void open() {
        room = new MessageRoom(folder, Map.of());
    }

    @AfterAll
    static void close() {
        room.close();
    }

    @BeforeEach
    void empty() {
        room.clear();
    }

    @Test
    void sent_again_once_however_often_the_button_is_pressed() {
        UUID dead = room.dead("C1");
        UUID token = room.ids.next();

        List<MessageActs.Result> results = IntStream.range(0, 4)
                .parallel()
                .mapToObj(click -> act(token, Act.RESUBMIT, dead))
                .toList();

        assertThat(results).allMatch(MessageActs.Result::done);
        assertThat(results).filteredOn(result -> !result.repeated()).hasSize(1);
        assertThat(results.stream().map(MessageActs.Result::successor).distinct())
                .hasSize(1);
        assertThat(room.state(dead)).isEqualTo("RESUBMITTED");
        assertThat(room.count("select count(*) from delivery where state = 'PENDING'"))
                .isOne();
        assertThat(room.count("select count(*) from message_act")).isOne();
    }

    @Test
    void each_act_is_for_one_state_and_leaves_its_trace() {
        UUID dead = room.dead("C1");
        UUID held = room.delivery("C2", "HELD", Optional.of("STATUS_UNKNOWN"), Optional.empty(), "");
        UUID waiting = room.delivery("C3", "RETRYING", Optional.empty(), Optional.of(503), "answered 503");

        assertThat(act(room.ids.next(), Act.DISCARD, held).words()).contains("no way from HELD to DISCARDED");
        assertThat(act(room.ids.next(), Act.RELEASE, dead).done()).isFalse();
        assertThat(act(room.ids.next(), Act.DISCARD, dead).done()).isTrue();
        assertThat(act(room.ids.next(), Act.RELEASE, held).done()).isTrue();
        assertThat(act(room.ids.next(), Act.RETRY, waiting).done()).isTrue();

        assertThat(List.of(room.state(dead), room.state(held), room.state(waiting)))
                .containsExactly("DISCARDED", "PENDING", "RETRYING");
        assertThat(room.count("select count(*) from delivery where state = 'RETRYING' and next_attempt_at <= now()"))
                .isOne();
        assertThat(room.get(ActLog.class).latest(10))
                .extracting(ActLog.Entry::act, ActLog.Entry::who, ActLog.Entry::why)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(Act.DISCARD, "Ada", "tried"),
                        org.assertj.core.groups.Tuple.tuple(Act.RELEASE, "Ada", "tried"),
                        org.assertj.core.groups.Tuple.tuple(Act.RETRY, "Ada", "tried"));
    }

    @Test
    void one_that_is_being_sent_is_not_disturbed() {
        UUID waiting = room.delivery("C3", "RETRYING", Optional.empty(), Optional.of(503), "answered 503");
        room.database
                .jdbc()
                .update("update delivery set lease_until = now() + interval '1 minute' where id = ?", waiting);

        assertThat(act(room.ids.next(), Act.RETRY, waiting).words()).contains("being sent at this moment");
    }

    @Test
    void many_are_sent_again_so_many_a_second_and_those_that_cannot_are_named() {
        List<UUID> dead = List.of(room.dead("C1"), room.dead("C2"), room.dead("C3"));
        Bulk bulk = ask(Act.RESUBMIT, dead, "Ada");
        act(room.ids.next(), Act.DISCARD, dead.get(2));

        room.get(BulkRunner.class).run();
        assertThat(room.get(BulkReader.class).find(bulk.id()))
                .hasValueSatisfying(after -> assertThat(after.done()).isEqualTo(2));
        room.get(BulkRunner.class).run();

        Bulk after = room.get(BulkReader.class).find(bulk.id()).orElseThrow();
        assertThat(List.of(after.done(), after.skipped(), after.waiting())).containsExactly(2, 1, 0);
        assertThat(after.state()).isEqualTo(Bulk.State.DONE);
        assertThat(room.get(BulkReader.class).skipped(bulk.id(), 10))
                .singleElement()
                .satisfies(item -> assertThat(item.words().orElse("")).contains("DISCARDED"));
    }

    @Test
    void many_are_discarded_only_when_another_person_agrees() {
        List<UUID> dead = List.of(room.dead("C1"), room.dead("C2"));
        Bulk bulk = ask(Act.DISCARD, dead, "Ada");
        room.get(BulkRunner.class).run();

        assertThat(bulk.state()).isEqualTo(Bulk.State.ASKED);
        assertThat(dead).allMatch(id -> room.state(id).equals("DEAD"));
        assertThatThrownBy(() -> room.get(BulkActs.class).confirm(bulk.id(), "ada"))
                .isInstanceOf(IllegalStateException.class);

        room.get(BulkActs.class).confirm(bulk.id(), "Grace");
        room.get(BulkRunner.class).run();
        assertThat(dead).allMatch(id -> room.state(id).equals("DISCARDED"));
        assertThat(room.get(ActLog.class).latest(10))
                .allMatch(entry ->
                        entry.who().equals("Ada") && entry.confirmedBy().equals(Optional.of("Grace")));
    }

    @Test
    void the_database_itself_refuses_a_discard_that_nobody_else_agreed_to() {
        Bulk bulk = ask(Act.DISCARD, List.of(room.dead("C1"), room.dead("C2")), "Ada");

        for (String second : new String[] {"null", "'Ada'", "'ADA'"}) {
            assertThatThrownBy(() -> room.database
                            .jdbc()
                            .update(
                                    "update message_bulk set state = 'RUNNING', second_by = " + second
                                            + " where id = ?",
                                    bulk.id()))
                    .hasMessageContaining("violates check constraint");
        }
    }

    @Test
    void an_act_is_stopped_on_its_way_and_the_same_form_is_one_order() {
        List<UUID> dead = List.of(room.dead("C1"), room.dead("C2"), room.dead("C3"));
        UUID token = room.ids.next();
        BulkActs.Ask ask = new BulkActs.Ask(token, Act.RESUBMIT, dead, "state DEAD", "Ada", "tried", "console");
        room.get(BulkActs.class).ask(ask);
        room.get(BulkActs.class).ask(ask);
        room.get(BulkRunner.class).run();
        room.get(BulkActs.class).stop(token);
        room.get(BulkRunner.class).run();

        assertThat(room.count("select count(*) from message_bulk")).isOne();
        assertThat(room.get(BulkReader.class).find(token))
                .hasValueSatisfying(after -> assertThat(after.waiting()).isOne());
        assertThat(room.state(dead.get(2))).isEqualTo("DEAD");
    }

    @Test
    void a_preview_says_what_is_left_out_and_why() {
        room.dead("C1");
        room.delivery("C2", "ACKNOWLEDGED", Optional.empty(), Optional.of(200), "confirmed");
        MessageSearch search = room.get(MessageSearch.class);

        BulkPreview preview = BulkPreview.of(Act.RESUBMIT, search.matches(DeliveryFilter.ALL), search);

        assertThat(preview.ids()).hasSize(1);
        assertThat(preview.skipped()).isEqualTo(Map.of("it is ACKNOWLEDGED; only what is DEAD can be sent again", 1));
        assertThat(preview.byDestination()).isEqualTo(Map.of("icr.north", 1));
    }

    private static MessageActs.Result act(UUID token, Act act, UUID delivery) {
        return room.get(MessageActs.class)
                .act(new MessageActs.Order(
                        token, act, delivery, "Ada", "tried", "console", Optional.empty(), Optional.empty()));
    }

    private static Bulk ask(Act act, List<UUID> deliveries, String who) {
        return room.get(BulkActs.class)
                .ask(new BulkActs.Ask(room.ids.next(), act, deliveries, "state DEAD", who, "tried", "console"));
    }
}
