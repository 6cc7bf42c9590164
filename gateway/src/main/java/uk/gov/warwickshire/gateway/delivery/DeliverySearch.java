package uk.gov.warwickshire.gateway.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.Destination;
import uk.gov.warwickshire.gateway.common.Ids;

/**
 * Finds deliveries exactly and in the order of time, the newest first: ids are in that order, so that a page begins where the
 * one before ended and costs the same wherever it is.
 */
@Component
public class DeliverySearch {

    /**
     * What an act has to know of a delivery.
     *
     * @param inHand it is being sent at this moment
     */
    public record Match(UUID id, String childId, Destination destination, DeliveryState state, boolean inHand) {}

    private record Query(String where, List<Object> parameters) {}

    private final JdbcTemplate jdbc;
    private final Clock clock;

    public DeliverySearch(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param before id of the last one of the page before */
    public List<Delivery> page(DeliveryFilter filter, Optional<UUID> before, int limit) {
        Query query = query(filter, before);
        query.parameters().add(limit);
        return jdbc.query(
                "select * from delivery where " + query.where() + " order by id desc limit ?",
                (row, i) -> DeliveryReader.delivery(row),
                query.parameters().toArray());
    }

    public List<Match> matches(DeliveryFilter filter, int limit) {
        Query query = query(filter, Optional.empty());
        query.parameters().add(limit);
        Instant now = clock.instant();
        return jdbc.query(
                "select id, child_id, destination, state, lease_until from delivery where " + query.where()
                        + " order by id desc limit ?",
                (row, i) -> new Match(
                        row.getObject("id", UUID.class),
                        row.getString("child_id"),
                        new Destination(row.getString("destination")),
                        DeliveryState.valueOf(row.getString("state")),
                        Optional.ofNullable(row.getTimestamp("lease_until"))
                                .map(until -> until.toInstant().isAfter(now))
                                .orElse(false)),
                query.parameters().toArray());
    }

    /** Every piece is one of the constants below; what a person typed is bound. */
    private static Query query(DeliveryFilter filter, Optional<UUID> before) {
        List<String> where = new ArrayList<>(List.of("true"));
        List<Object> parameters = new ArrayList<>();
        if (!filter.states().isEmpty()) {
            // Names of the enum, written out: a partial index is of use only where the planner sees them.
            where.add(filter.states().stream()
                    .map(state -> "'" + state.name() + "'")
                    .sorted()
                    .collect(Collectors.joining(", ", "state in (", ")")));
        }
        filter.destination().ifPresent(destination -> add(where, parameters, "destination = ?", destination.code()));
        if (!filter.reasons().isEmpty()) {
            add(where, parameters, "reason = any(?)", filter.reasons().toArray(String[]::new));
        }
        filter.batch().ifPresent(batch -> add(where, parameters, "cause = ?", "batch " + batch));
        filter.childId().ifPresent(child -> add(where, parameters, "child_id = ?", child));
        filter.status().ifPresent(status -> add(where, parameters, "last_status = ?", status));
        filter.from().ifPresent(from -> add(where, parameters, "id >= ?", Ids.first(from)));
        filter.until().ifPresent(until -> add(where, parameters, "id < ?", Ids.first(until)));
        before.ifPresent(last -> add(where, parameters, "id < ?", last));
        filter.ids().ifPresent(ids -> add(where, parameters, "id = any(?::uuid[])", texts(ids)));
        return new Query(String.join(" and ", where), parameters);
    }

    private static String[] texts(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    private static void add(List<String> where, List<Object> parameters, String clause, Object parameter) {
        where.add(clause);
        parameters.add(parameter);
    }
}
