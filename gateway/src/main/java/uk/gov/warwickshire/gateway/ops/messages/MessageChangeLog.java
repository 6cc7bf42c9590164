package uk.gov.warwickshire.gateway.ops.messages;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which deliveries and batches changed, in an order in which none can be overlooked: by transaction, and only transactions
 * before which none is still open.
 */
final class MessageChangeLog {

    /** An index that has not followed for so long is built anew when it comes back. */
    private static final Duration REMEMBERED = Duration.ofDays(7);

    private static final int MOST_COUNTED = 10_000;

    /**
     * @param tx id of the transaction
     * @param seq within it
     */
    record Position(long tx, long seq) {}

    /** One change. */
    record Change(Position position, MessageKind what, UUID id) {}

    /**
     * What an index has not yet taken over.
     *
     * @param waiting changes, counted up to ten thousand
     */
    record Lag(long waiting, Optional<Instant> oldest) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    MessageChangeLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Position> positionOf(String index) {
        return jdbc.sql("select tx, seq from message_position where index_id = ?")
                .param(index)
                .query((row, i) -> new Position(row.getLong("tx"), row.getLong("seq")))
                .optional();
    }

    /** Every change before it is committed and visible. */
    Position end() {
        return jdbc.sql("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as tx")
                .query((row, i) -> new Position(row.getLong("tx"), 0))
                .single();
    }

    List<Change> after(Position position, int limit) {
        return jdbc.sql("""
                        select tx, seq, what, id from message_change
                         where (tx, seq) > (:tx, :seq)
                           and tx < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
                         order by tx, seq limit :limit
                        """)
                .param("tx", position.tx())
                .param("seq", position.seq())
                .param("limit", limit)
                .query((row, i) -> new Change(
                        new Position(row.getLong("tx"), row.getLong("seq")),
                        MessageKind.valueOf(row.getString("what")),
                        row.getObject("id", UUID.class)))
                .list();
    }

    Lag lag(Position position) {
        return jdbc.sql("""
                        select count(*) as waiting, min(changed_at) as oldest
                          from (select changed_at from message_change
                                 where (tx, seq) > (:tx, :seq) order by tx, seq limit :most) c
                        """)
                .param("tx", position.tx())
                .param("seq", position.seq())
                .param("most", MOST_COUNTED)
                .query((row, i) -> new Lag(
                        row.getLong("waiting"),
                        Optional.ofNullable(row.getTimestamp("oldest")).map(Timestamp::toInstant)))
                .single();
    }

    void reached(String index, Position position) {
        jdbc.sql("""
                        insert into message_position (index_id, tx, seq, followed_at) values (:index, :tx, :seq, :now)
                            on conflict (index_id) do update
                           set tx = excluded.tx, seq = excluded.seq, followed_at = excluded.followed_at
                        """)
                .param("index", index)
                .param("tx", position.tx())
                .param("seq", position.seq())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Forgets changes that every index has seen, and indexes that were not heard of for a week. */
    void forget() {
        Timestamp longAgo = Timestamp.from(clock.instant().minus(REMEMBERED));
        jdbc.sql("delete from message_position where followed_at < ?")
                .param(longAgo)
                .update();
        jdbc.sql("""
                        delete from message_change
                         where tx < coalesce((select min(tx) from message_position), 0)
                            or (changed_at < ? and not exists (select from message_position))
                        """).param(longAgo).update();
    }
}
