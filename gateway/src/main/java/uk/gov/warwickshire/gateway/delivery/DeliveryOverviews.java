package uk.gov.warwickshire.gateway.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.Destination;

/** Deliveries in figures, for the console: what is open, what is stuck and why. */
@Component
public class DeliveryOverviews {

    /** Enough of an OperationOutcome to find its codes. */
    private static final int ERROR_LENGTH = 4000;

    private static final Duration LOOK_BACK = Duration.ofDays(2);

    private record Row(
            UUID id,
            String childId,
            Destination destination,
            DeliveryState state,
            FailureCause cause,
            Instant createdAt,
            Instant nextAttemptAt) {}

    private final JdbcTemplate jdbc;
    private final Clock clock;

    DeliveryOverviews(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Everything that is not finished, by destination, state and reason. */
    public List<OpenDeliveries> open() {
        return jdbc.query(
                """
                select destination, state, reason, count(*) as number, count(distinct child_id) as children,
                       min(created_at) as oldest
                  from delivery
                 where state in ('PENDING', 'HELD', 'CLEARED', 'RETRYING', 'SENT', 'DEAD')
                 group by destination, state, reason
                 order by destination, state, reason
                """,
                (row, i) -> new OpenDeliveries(
                        new Destination(row.getString("destination")),
                        DeliveryState.valueOf(row.getString("state")),
                        Optional.ofNullable(row.getString("reason")),
                        row.getLong("number"),
                        row.getLong("children"),
                        row.getTimestamp("oldest").toInstant()));
    }

    /** The children of whom something is in one of these states on its way to the destination; each once. */
    public Set<String> children(Destination destination, Set<DeliveryState> states) {
        return new HashSet<>(jdbc.queryForList(
                "select distinct child_id from delivery where destination = ? and state = any(?)",
                String.class,
                destination.code(),
                states.stream().map(DeliveryState::name).toArray(String[]::new)));
    }

    /** The children of whom something is held for one of these reasons, wherever it goes; each once. */
    public Set<String> childrenHeld(Set<String> reasons) {
        return new HashSet<>(jdbc.queryForList(
                "select distinct child_id from delivery where state = 'HELD' and coalesce(reason, '') = any(?)",
                String.class,
                (Object) reasons.toArray(String[]::new)));
    }

    /** Dead ones and those tried again, each kind oldest first. */
    public List<StuckDelivery> stuck(DeliveryState state, int limit) {
        List<Row> rows = jdbc.query("""
                select id, child_id, destination, state, last_status, left(last_error, ?) as error, created_at,
                       next_attempt_at
                  from delivery where state = ? and state in ('RETRYING', 'DEAD')
                 order by created_at limit ?
                """, (row, i) -> row(row), ERROR_LENGTH, state.name(), limit);
        Map<UUID, Instant> failed = firstFailures(rows);
        return rows.stream()
                .map(row -> new StuckDelivery(
                        row.childId(),
                        row.destination(),
                        row.state(),
                        row.cause(),
                        failed.getOrDefault(row.id(), row.createdAt()),
                        row.nextAttemptAt()))
                .toList();
    }

    /** When each destination last confirmed something, if it did so in the last two days. */
    public Map<Destination, Instant> lastAcknowledged() {
        Map<Destination, Instant> last = new HashMap<>();
        LocalDate from = LocalDate.ofInstant(clock.instant().minus(LOOK_BACK), ZoneOffset.UTC);
        jdbc.query(
                """
                select destination, max(finished_at) as at from delivery
                 where due_on >= ? and state = 'ACKNOWLEDGED' group by destination
                """,
                row -> {
                    last.put(
                            new Destination(row.getString("destination")),
                            row.getTimestamp("at").toInstant());
                },
                from);
        return last;
    }

    private Map<UUID, Instant> firstFailures(List<Row> rows) {
        Map<UUID, Instant> first = new HashMap<>();
        jdbc.query(
                """
                select delivery_id, min(started_at) as at from delivery_attempt
                 where delivery_id = any(?) group by delivery_id
                """,
                row -> {
                    first.put(
                            row.getObject("delivery_id", UUID.class),
                            row.getTimestamp("at").toInstant());
                },
                (Object) rows.stream().map(Row::id).toArray(UUID[]::new));
        return first;
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("child_id"),
                new Destination(row.getString("destination")),
                DeliveryState.valueOf(row.getString("state")),
                FailureCause.of(
                        Optional.ofNullable(row.getObject("last_status", Integer.class)),
                        Optional.ofNullable(row.getString("error")).orElse("")),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("next_attempt_at").toInstant());
    }
}
