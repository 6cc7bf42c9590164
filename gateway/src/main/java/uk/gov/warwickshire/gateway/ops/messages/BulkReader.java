package uk.gov.warwickshire.gateway.ops.messages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads acts on many deliveries. */
@Component
public class BulkReader {

    /**
     * One of the deliveries.
     *
     * @param words why it was skipped
     */
    public record Item(UUID deliveryId, String state, Optional<String> words) {}

    private final JdbcTemplate jdbc;

    public BulkReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Bulk> find(UUID id) {
        return jdbc.query("""
                select b.*, i.waiting, i.done, i.skipped
                  from message_bulk b
                  cross join lateral (
                      select count(*) filter (where state = 'WAITING') as waiting,
                             count(*) filter (where state = 'DONE') as done,
                             count(*) filter (where state = 'SKIPPED') as skipped
                        from message_bulk_item where bulk_id = b.id) i
                 where b.id = ?
                """, (row, i) -> bulk(row), id).stream().findFirst();
    }

    /** The newest first. */
    public List<Bulk> latest(int limit) {
        return jdbc.query("""
                select b.*, i.waiting, i.done, i.skipped
                  from (select * from message_bulk order by asked_at desc limit ?) b
                  cross join lateral (
                      select count(*) filter (where state = 'WAITING') as waiting,
                             count(*) filter (where state = 'DONE') as done,
                             count(*) filter (where state = 'SKIPPED') as skipped
                        from message_bulk_item where bulk_id = b.id) i
                 order by b.asked_at desc
                """, (row, i) -> bulk(row), limit);
    }

    /** Those that were skipped, with the reason. */
    public List<Item> skipped(UUID id, int limit) {
        return jdbc.query(
                """
                select delivery_id, state, words from message_bulk_item
                 where bulk_id = ? and state = 'SKIPPED' order by position limit ?
                """,
                (row, i) -> new Item(
                        row.getObject("delivery_id", UUID.class),
                        row.getString("state"),
                        Optional.ofNullable(row.getString("words"))),
                id,
                limit);
    }

    /** What is being done, the oldest first. */
    public List<UUID> running() {
        return jdbc.queryForList("select id from message_bulk where state = 'RUNNING' order by asked_at", UUID.class);
    }

    /** One that is still to be done. */
    record Waiting(int position, UUID deliveryId) {}

    List<Waiting> waiting(UUID id, int limit) {
        return jdbc.query(
                """
                select position, delivery_id from message_bulk_item
                 where bulk_id = ? and state = 'WAITING' order by position limit ?
                """,
                (row, i) -> new Waiting(row.getInt("position"), row.getObject("delivery_id", UUID.class)),
                id,
                limit);
    }

    private static Bulk bulk(ResultSet row) throws SQLException {
        return new Bulk(
                row.getObject("id", UUID.class),
                Act.valueOf(row.getString("act")),
                Bulk.State.valueOf(row.getString("state")),
                row.getString("asked_by"),
                row.getTimestamp("asked_at").toInstant(),
                row.getString("why"),
                row.getString("via"),
                row.getString("criteria"),
                row.getBoolean("needs_second"),
                Optional.ofNullable(row.getString("second_by")),
                Optional.ofNullable(row.getTimestamp("second_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant),
                row.getInt("waiting"),
                row.getInt("done"),
                row.getInt("skipped"));
    }
}
