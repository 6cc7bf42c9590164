package uk.gov.warwickshire.gateway.ops.messages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What people did with deliveries, who and why. Only added to. */
@Component
public class ActLog {

    /**
     * @param id the one-time token of the form it came from
     * @param confirmedBy the second person, where one was needed
     */
    public record Entry(
            UUID id,
            Instant doneAt,
            Act act,
            UUID deliveryId,
            String who,
            String why,
            String via,
            Optional<UUID> successor,
            Optional<UUID> bulkId,
            Optional<String> confirmedBy) {}

    private final JdbcTemplate jdbc;

    ActLog(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Joins the caller's transaction.
     *
     * @throws org.springframework.dao.DuplicateKeyException if it was done before
     */
    void add(Entry entry) {
        jdbc.update(
                """
                insert into message_act (id, done_at, act, delivery_id, who, why, via, successor, bulk_id, confirmed_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                entry.id(),
                Timestamp.from(entry.doneAt()),
                entry.act().name(),
                entry.deliveryId(),
                entry.who(),
                entry.why(),
                entry.via(),
                entry.successor().orElse(null),
                entry.bulkId().orElse(null),
                entry.confirmedBy().orElse(null));
    }

    public Optional<Entry> find(UUID id) {
        return jdbc.query("select * from message_act where id = ?", (row, i) -> entry(row), id).stream()
                .findFirst();
    }

    public List<Entry> ofDelivery(UUID delivery) {
        return jdbc.query(
                "select * from message_act where delivery_id = ? order by done_at", (row, i) -> entry(row), delivery);
    }

    /** The newest first. */
    public List<Entry> latest(int limit) {
        return jdbc.query("select * from message_act order by done_at desc, id limit ?", (row, i) -> entry(row), limit);
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getObject("id", UUID.class),
                row.getTimestamp("done_at").toInstant(),
                Act.valueOf(row.getString("act")),
                row.getObject("delivery_id", UUID.class),
                row.getString("who"),
                row.getString("why"),
                row.getString("via"),
                Optional.ofNullable(row.getObject("successor", UUID.class)),
                Optional.ofNullable(row.getObject("bulk_id", UUID.class)),
                Optional.ofNullable(row.getString("confirmed_by")));
    }
}
