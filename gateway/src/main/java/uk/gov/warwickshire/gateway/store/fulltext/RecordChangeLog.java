package uk.gov.warwickshire.gateway.store.fulltext;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which children's records changed, in an order in which none can be overlooked: by transaction, and only transactions
 * before which none is still open. A sequence alone would hide what commits late.
 */
final class RecordChangeLog {

    /** An index that has not followed for so long is built anew when it comes back. */
    private static final Duration REMEMBERED = Duration.ofDays(7);

    /**
     * @param tx id of the transaction
     * @param seq within it
     */
    record Position(long tx, long seq) {}

    /** One change. */
    record Change(Position position, String childId) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    RecordChangeLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Position> positionOf(String index) {
        return jdbc.sql("select tx, seq from fulltext_position where index_id = ?")
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
                        select tx, seq, child_id from record_change
                         where (tx, seq) > (:tx, :seq)
                           and tx < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
                         order by tx, seq limit :limit
                        """)
                .param("tx", position.tx())
                .param("seq", position.seq())
                .param("limit", limit)
                .query((row, i) ->
                        new Change(new Position(row.getLong("tx"), row.getLong("seq")), row.getString("child_id")))
                .list();
    }

    void reached(String index, Position position) {
        jdbc.sql("""
                        insert into fulltext_position (index_id, tx, seq, followed_at) values (:index, :tx, :seq, :now)
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
        jdbc.sql("delete from fulltext_position where followed_at < ?")
                .param(Timestamp.from(clock.instant().minus(REMEMBERED)))
                .update();
        jdbc.sql("""
                        delete from record_change
                         where tx < coalesce((select min(tx) from fulltext_position), 0)
                            or (changed_at < ? and not exists (select from fulltext_position))
                        """).param(Timestamp.from(clock.instant().minus(REMEMBERED))).update();
    }
}
