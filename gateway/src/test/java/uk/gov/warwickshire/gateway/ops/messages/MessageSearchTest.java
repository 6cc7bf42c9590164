package uk.gov.warwickshire.gateway.ops.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.gov.warwickshire.gateway.delivery.Delivery;
import uk.gov.warwickshire.gateway.delivery.DeliveryState;

/** Finding messages through the embedded index, and without it. */
class MessageSearchTest {

    private static final String OUTCOME = """
            {"resourceType":"OperationOutcome","issue":[{"code":"code-invalid","diagnostics":"Anna Smith",
             "expression":["CarePlan.category"]}]}
            """;

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
        room.get(MessageFollower.class).rebuild();
    }

    @Test
    void words_of_an_error_find_the_deliveries_that_failed_with_it() {
        UUID refused = room.delivery("C1", "DEAD", Optional.empty(), Optional.of(422), OUTCOME);
        room.delivery("C2", "RETRYING", Optional.empty(), Optional.of(503), "answered 503");
        follow();

        assertThat(found("code-invalid")).containsExactly(refused);
        assertThat(found("careplan.category -503")).containsExactly(refused);
        assertThat(found("Smith")).isEmpty();
        assertThat(facets("").get("state")).containsEntry("DEAD", 1L).containsEntry("RETRYING", 1L);
        assertThat(facets("").get("status")).containsEntry("422", 1L);
    }

    @Test
    void the_index_does_not_know_who_has_opted_out() {
        room.delivery("C1", "WITHHELD", Optional.of("OPTED_OUT_NATIONAL"), Optional.empty(), "");
        room.delivery("C2", "HELD", Optional.of("STATUS_UNKNOWN"), Optional.empty(), "");
        room.delivery("C3", "ACKNOWLEDGED", Optional.of("NOT_OPTED_OUT"), Optional.of(200), "confirmed");
        room.delivery("C4", "ACKNOWLEDGED", Optional.of("OPT_OUT_NOT_APPLICABLE"), Optional.of(200), "confirmed");
        follow();

        assertThat(facets("").get("state")).isEqualTo(Map.of("STOPPED", 2L, "ACKNOWLEDGED", 2L));
        assertThat(facets("").get("reason")).isEqualTo(Map.of("NOT_SHAREABLE_NOW", 2L, "PERMITTED", 2L));
        assertThat(found("OPTED_OUT_NATIONAL")).isEmpty();
        assertThat(found("NOT_OPTED_OUT")).isEmpty();
    }

    @Test
    void states_come_from_the_database_however_old_the_index_is() {
        UUID dead = room.dead("C1");
        follow();
        room.database.jdbc().update("update delivery set state = 'DISCARDED' where id = ?", dead);

        assertThat(page(criteria("422", Set.of(DeliveryState.DEAD)))).isEmpty();
        assertThat(page(criteria("422", Set.of())))
                .extracting(Delivery::state)
                .containsExactly(DeliveryState.DISCARDED);
        assertThat(room.get(MessageFollower.class).freshness().words()).contains("1 change waiting");
        follow();
        assertThat(room.get(MessageFollower.class).freshness().words()).contains("up to date");
        assertThat(facets("").get("state")).isEqualTo(Map.of("DISCARDED", 1L));
    }

    @Test
    void what_was_removed_from_the_store_goes_from_the_index() {
        UUID dead = room.dead("C1");
        follow();
        room.database.jdbc().update("delete from delivery where id = ?", dead);
        follow();

        assertThat(facets("").get("state")).isEmpty();
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition() {
        List<UUID> made = java.util.stream.IntStream.range(0, 7)
                .mapToObj(i -> room.dead("C" + i))
                .sorted(java.util.Comparator.comparing(UUID::toString).reversed())
                .toList();
        MessageSearch search = room.get(MessageSearch.class);
        var filter = search.filter(criteria("", Set.of(DeliveryState.DEAD)));

        List<UUID> first = search.page(filter, Optional.empty(), 4).stream()
                .map(Delivery::id)
                .toList();
        List<UUID> second = search.page(filter, Optional.of(first.get(3)), 4).stream()
                .map(Delivery::id)
                .toList();

        assertThat(first).isEqualTo(made.subList(0, 4));
        assertThat(second).isEqualTo(made.subList(4, 7));
    }

    @Test
    void children_are_counted_and_those_at_risk_among_them() {
        room.dead("C1");
        room.dead("C1");
        room.dead("C2");
        room.dead("C3");
        room.database.jdbc().update("""
                insert into cpis_status (child_id, ordinal, person_id, outcome, verification, restricted, since)
                values ('C1', 0, 'C1', 'IN_SCOPE', '01', false, now()), ('C2', 0, 'C2', 'NEEDS_ATTENTION', '01', false, now()),
                       ('C3', 0, 'C3', 'OUT_OF_SCOPE', '01', false, now())
                """);
        MessageSearch search = room.get(MessageSearch.class);

        var summary = search.summary(search.matches(search.filter(SearchCriteria.ALL)));

        assertThat(summary).isEqualTo(new MessageSearch.Summary(4, true, Map.of(DeliveryState.DEAD, 4), 3, 2));
    }

    @Test
    void without_the_index_words_are_looked_for_in_the_database_and_it_is_said(@TempDir Path other) {
        try (MessageRoom away = new MessageRoom(
                other,
                Map.of(
                        "spring.jpa.properties.hibernate.search.backend.type", "elasticsearch",
                        "spring.jpa.properties.hibernate.search.backend.hosts", "localhost:1"))) {
            UUID refused = away.delivery("C1", "DEAD", Optional.empty(), Optional.of(422), OUTCOME);
            away.dead("C2");
            away.get(MessageFollower.class).follow();
            MessageSearch search = away.get(MessageSearch.class);
            SearchCriteria wanted = criteria("Code-Invalid", Set.of(DeliveryState.DEAD));

            assertThat(search.page(search.filter(wanted), Optional.empty(), 10))
                    .extracting(Delivery::id)
                    .containsExactly(refused);
            assertThat(search.facets(wanted)).isEmpty();
            assertThat(away.get(MessageFollower.class).freshness().usable()).isFalse();
        }
    }

    private static void follow() {
        room.get(MessageFollower.class).follow();
    }

    private static SearchCriteria criteria(String text, Set<DeliveryState> states) {
        return new SearchCriteria(
                MessageKind.DELIVERY,
                text,
                states,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static List<UUID> found(String text) {
        return page(criteria(text, Set.of())).stream().map(Delivery::id).toList();
    }

    private static List<Delivery> page(SearchCriteria criteria) {
        MessageSearch search = room.get(MessageSearch.class);
        return search.page(search.filter(criteria), Optional.empty(), 50);
    }

    private static Map<String, Map<String, Long>> facets(String text) {
        return room.get(MessageSearch.class).facets(criteria(text, Set.of()));
    }
}
