package uk.gov.warwickshire.gateway.delivery;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.gov.warwickshire.gateway.common.SqlArrays;

/** Writes deliveries and their changes of state, each statement for a whole batch. */
final class DeliveryTable {

    private static final String BETWEEN_ENTRIES = " ";

    private final JdbcTemplate jdbc;

    DeliveryTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes new deliveries, and counts them where only additions happen. */
    void insert(List<NewDelivery> deliveries) {
        if (deliveries.isEmpty()) {
            return;
        }
        jdbc.update("""
                insert into delivery (child_id, destination, id, kind, state, cause, due_on, created_at,
                                      next_attempt_at, resubmits)
                select child_id, destination, id, kind, 'PENDING', cause, (created_at at time zone 'UTC')::date,
                       created_at, created_at, resubmits
                  from unnest(?::text[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::timestamptz[], ?::uuid[])
                       as n (child_id, destination, id, kind, cause, created_at, resubmits)
                """, ps -> {
            ps.setArray(1, SqlArrays.of(ps, "text", deliveries, NewDelivery::childId));
            ps.setArray(
                    2, SqlArrays.of(ps, "text", deliveries, d -> d.destination().code()));
            ps.setArray(3, SqlArrays.of(ps, "uuid", deliveries, NewDelivery::id));
            ps.setArray(4, SqlArrays.of(ps, "text", deliveries, d -> d.kind().name()));
            ps.setArray(5, SqlArrays.of(ps, "text", deliveries, NewDelivery::cause));
            ps.setArray(6, SqlArrays.of(ps, "timestamptz", deliveries, d -> Timestamp.from(d.createdAt())));
            ps.setArray(
                    7, SqlArrays.of(ps, "uuid", deliveries, d -> d.resubmits().orElse(null)));
        });
        count(deliveries);
    }

    private void count(List<NewDelivery> deliveries) {
        Instant at = deliveries.get(0).createdAt();
        var byDestination = deliveries.stream()
                .collect(Collectors.groupingBy(NewDelivery::destination, Collectors.counting()))
                .entrySet();
        jdbc.batchUpdate("""
                insert into delivery_due (due_on, destination, counted, cause)
                values ((? at time zone 'UTC')::date, ?, ?, ?)
                """, byDestination, byDestination.size(), (ps, counted) -> {
            ps.setTimestamp(1, Timestamp.from(at));
            ps.setString(2, counted.getKey().code());
            ps.setLong(3, counted.getValue());
            ps.setString(4, deliveries.get(0).cause());
        });
    }

    /**
     * Makes the moves of deliveries that the worker still has in hand and that are where it found them.
     *
     * @return ids of those that moved; the others were taken over by someone else
     */
    Set<UUID> move(List<Move> moves, UUID owner, Instant now) {
        if (moves.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(jdbc.query(
                """
                update delivery d
                   set state = m.state, attempts = m.attempts,
                       reason = coalesce(m.reason, d.reason), ledger_id = coalesce(m.ledger_id, d.ledger_id),
                       in_flight = string_to_array(m.in_flight, ' '),
                       last_status = coalesce(m.status, d.last_status), last_error = coalesce(m.error, d.last_error),
                       next_attempt_at = coalesce(m.next_attempt, d.next_attempt_at),
                       lease_owner = case when m.keeps then d.lease_owner end,
                       lease_until = case when m.keeps then d.lease_until end,
                       finished_at = case when m.finished then ?::timestamptz end
                  from unnest(?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::int[], ?::text[], ?::uuid[],
                              ?::text[], ?::int[], ?::text[], ?::timestamptz[], ?::boolean[], ?::boolean[])
                       as m (child_id, destination, seq, was, state, attempts, reason, ledger_id, in_flight, status,
                             error, next_attempt, keeps, finished)
                 where d.child_id = m.child_id and d.destination = m.destination and d.seq = m.seq
                   and d.state = m.was and d.lease_owner = ?
                returning d.id
                """,
                ps -> {
                    ps.setTimestamp(1, Timestamp.from(now));
                    ps.setArray(
                            2, SqlArrays.of(ps, "text", moves, m -> m.lease().childId()));
                    ps.setArray(3, SqlArrays.of(ps, "text", moves, m -> m.lease()
                            .destination()
                            .code()));
                    ps.setArray(
                            4, SqlArrays.of(ps, "bigint", moves, m -> m.lease().seq()));
                    ps.setArray(5, SqlArrays.of(ps, "text", moves, m -> m.lease()
                            .state()
                            .name()));
                    ps.setArray(6, SqlArrays.of(ps, "text", moves, m -> m.to().name()));
                    ps.setArray(7, SqlArrays.of(ps, "int", moves, Move::attempts));
                    ps.setArray(8, SqlArrays.of(ps, "text", moves, m -> m.decision()
                            .map(Move.Decided::reason)
                            .orElse(null)));
                    ps.setArray(9, SqlArrays.of(ps, "uuid", moves, m -> m.decision()
                            .map(Move.Decided::ledgerId)
                            .orElse(null)));
                    ps.setArray(10, SqlArrays.of(ps, "text", moves, DeliveryTable::inFlight));
                    ps.setArray(
                            11, SqlArrays.of(ps, "int", moves, m -> m.status().orElse(null)));
                    ps.setArray(
                            12, SqlArrays.of(ps, "text", moves, m -> m.error().orElse(null)));
                    ps.setArray(13, SqlArrays.of(ps, "timestamptz", moves, m -> m.nextAttempt()
                            .map(Timestamp::from)
                            .orElse(null)));
                    ps.setArray(14, SqlArrays.of(ps, "boolean", moves, Move::keepsLease));
                    ps.setArray(15, SqlArrays.of(ps, "boolean", moves, m -> m.to().isFinished()));
                    ps.setObject(16, owner);
                },
                (row, i) -> row.getObject("id", UUID.class)));
    }

    private static String inFlight(Move move) {
        return move.inFlight().stream().map(CopyEntry::text).collect(Collectors.joining(BETWEEN_ENTRIES));
    }
}
