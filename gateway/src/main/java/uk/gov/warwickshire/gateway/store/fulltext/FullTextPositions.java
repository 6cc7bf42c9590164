package uk.gov.warwickshire.gateway.store.fulltext;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far each full-text index has followed the store, for those who run the gateway. */
@Component
public class FullTextPositions {

    /**
     * @param changes of records that the index has not taken over
     * @param followedAt when it last took one over
     */
    public record Lag(String index, long changes, Instant followedAt) {}

    private final JdbcClient jdbc;

    FullTextPositions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One for each index; none if none has been filled yet. */
    public List<Lag> lags() {
        return jdbc.sql("""
                        select p.index_id, p.followed_at,
                               (select count(*) from record_change c where (c.tx, c.seq) > (p.tx, p.seq)) as changes
                          from fulltext_position p order by p.index_id
                        """)
                .query((row, i) -> new Lag(
                        row.getString("index_id"),
                        row.getLong("changes"),
                        row.getTimestamp("followed_at").toInstant()))
                .list();
    }

    /**
     * Has every index filled from the store anew, by whoever follows with it. Changes noted before a restore may carry
     * transactions that the database has not reached again: they are forgotten with the positions.
     *
     * @return how many indexes
     */
    public int forget() {
        jdbc.sql("delete from record_change where tx >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint")
                .update();
        return jdbc.sql("delete from fulltext_position").update();
    }
}
