package uk.gov.warwickshire.gateway.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.Destination;
import uk.gov.warwickshire.gateway.common.SqlArrays;

/** Looks deliveries up, for the console, reports and subject access. */
@Component
public class DeliveryReader {

    /** One attempt of a delivery: `ACKNOWLEDGED`, `FAILED`, `REFUSED`, `NOT_SENT` or `CUT_OFF`. */
    public record Attempt(
            int number,
            UUID ledgerId,
            String outcome,
            Optional<Integer> status,
            Optional<String> words,
            Instant startedAt,
            Instant finishedAt) {}

    private final JdbcTemplate jdbc;

    public DeliveryReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Delivery> find(UUID id) {
        return jdbc.query("select * from delivery where id = ?", (row, i) -> delivery(row), id).stream()
                .findFirst();
    }

    /** Newest first. */
    public List<Delivery> ofChild(String childId, int limit) {
        return jdbc.query(
                "select * from delivery where child_id = ? order by seq desc limit ?",
                (row, i) -> delivery(row),
                childId,
                limit);
    }

    /** Oldest first: what waits longest for a person is on top. */
    public List<Delivery> inState(Destination destination, DeliveryState state, int limit) {
        return jdbc.query(
                "select * from delivery where destination = ? and state = ? order by created_at limit ?",
                (row, i) -> delivery(row),
                destination.code(),
                state.name(),
                limit);
    }

    public List<Attempt> attempts(UUID id) {
        return jdbc.query(
                """
                select attempt, ledger_id, outcome, status, error, started_at, finished_at
                  from delivery_attempt where delivery_id = ? order by started_at, attempt
                """,
                (row, i) -> new Attempt(
                        row.getInt("attempt"),
                        row.getObject("ledger_id", UUID.class),
                        row.getString("outcome"),
                        Optional.ofNullable(row.getObject("status", Integer.class)),
                        Optional.ofNullable(row.getString("error")),
                        row.getTimestamp("started_at").toInstant(),
                        row.getTimestamp("finished_at").toInstant()),
                id);
    }

    /** Those there are of the ids, in no order. */
    public List<Delivery> find(Collection<UUID> ids) {
        return jdbc.query(
                "select * from delivery where id = any(?)",
                ps -> ps.setArray(1, SqlArrays.of(ps, "uuid", ids, id -> id)),
                (row, i) -> delivery(row));
    }

    /** What became due after it for the same child and destination and waits behind it, and what it waits behind. */
    public List<Delivery> unfinishedBeside(Delivery delivery) {
        return jdbc.query(
                """
                select * from delivery
                 where child_id = ? and destination = ? and id <> ?
                   and state in ('PENDING', 'HELD', 'CLEARED', 'RETRYING', 'SENT', 'DEAD')
                 order by seq
                """,
                (row, i) -> delivery(row),
                delivery.childId(),
                delivery.destination().code(),
                delivery.id());
    }

    /** The one whose message had brought the copy in line, so that this one found nothing left to send. */
    public Optional<UUID> carrier(Delivery delivery) {
        if (delivery.state() != DeliveryState.ACKNOWLEDGED
                || delivery.ledgerId().isPresent()) {
            return Optional.empty();
        }
        return jdbc
                .query(
                        """
                        select id from delivery
                         where child_id = ? and destination = ? and seq < (select seq from delivery where id = ?)
                           and state in ('ACKNOWLEDGED', 'WITHHELD') and ledger_id is not null
                         order by seq desc limit 1
                        """,
                        (row, i) -> row.getObject("id", UUID.class),
                        delivery.childId(),
                        delivery.destination().code(),
                        delivery.id())
                .stream()
                .findFirst();
    }

    /** The one that replaces a delivery that was sent again. */
    public Optional<UUID> successor(Delivery delivery) {
        return jdbc
                .query(
                        "select id from delivery where child_id = ? and destination = ? and resubmits = ?",
                        (row, i) -> row.getObject("id", UUID.class),
                        delivery.childId(),
                        delivery.destination().code(),
                        delivery.id())
                .stream()
                .findFirst();
    }

    static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getString("child_id"),
                new Destination(row.getString("destination")),
                DeliveryKind.valueOf(row.getString("kind")),
                DeliveryState.valueOf(row.getString("state")),
                row.getString("cause"),
                Optional.ofNullable(row.getString("reason")),
                Optional.ofNullable(row.getObject("ledger_id", UUID.class)),
                row.getInt("attempts"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("next_attempt_at").toInstant(),
                Optional.ofNullable(row.getObject("last_status", Integer.class)),
                Optional.ofNullable(row.getString("last_error")),
                Optional.ofNullable(row.getObject("resubmits", UUID.class)),
                Optional.ofNullable(row.getString("closed_by")),
                Optional.ofNullable(row.getString("closed_because")),
                Optional.ofNullable(row.getTimestamp("finished_at")).map(Timestamp::toInstant));
    }
}
