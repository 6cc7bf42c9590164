package uk.gov.warwickshire.gateway.common;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.gov.warwickshire.gateway.common.WorkTraces.Disposed;

/**
 * Disposes of whole months of a partitioned table by dropping their partitions, the only way in which append-only tables lose
 * anything. Names come from the catalogue, not from people.
 */
public final class MonthPartitions {

    private final JdbcTemplate jdbc;
    private final String table;
    private final String time;
    private final String ofChildren;

    /**
     * @param time column of the time by which the table is partitioned
     * @param ofChildren condition with one parameter, an array of the council's ids, for rows that concern these children
     */
    public MonthPartitions(JdbcTemplate jdbc, String table, String time, String ofChildren) {
        this.jdbc = jdbc;
        this.table = table;
        this.time = time;
        this.ofChildren = ofChildren;
    }

    /** Drops every month that ended by then and concerns nobody who is held. */
    public List<Disposed> dropBefore(Instant cutoff, HeldPersons held) {
        // Whoever writes goes first: what cannot be had at once is dropped the next night.
        jdbc.execute("set local lock_timeout = '5s'");
        List<Disposed> disposed = new ArrayList<>();
        for (String partition : endedBefore(cutoff)) {
            long rows = count("select count(*) from " + partition);
            if (!held.isNobody()
                    && count("select count(*) from (select from " + partition + " where " + ofChildren + " limit 1) h", (Object)
                                    held.ids())
                            > 0) {
                disposed.add(Disposed.left(partition, rows, HeldPersons.WORDS));
            } else {
                jdbc.execute("drop table " + partition);
                disposed.add(Disposed.removed(partition, rows));
            }
        }
        long strays = count("select count(*) from " + table + "_default where " + time + " < ?", Timestamp.from(cutoff));
        if (strays > 0) {
            disposed.add(Disposed.left(table + "_default", strays, "rows that stand in the partition of no month"));
        }
        return disposed;
    }

    public Optional<Instant> oldest() {
        return Optional.ofNullable(jdbc.queryForObject("select min(" + time + ") from " + table, Timestamp.class))
                .map(Timestamp::toInstant);
    }

    private List<String> endedBefore(Instant cutoff) {
        return jdbc.queryForList(
                """
                select p.name from (
                    select i.inhrelid::regclass::text as name,
                           substring(pg_get_expr(c.relpartbound, c.oid) from 'TO \\(''([^'']+)''\\)')::timestamptz as ends
                      from pg_inherits i join pg_class c on c.oid = i.inhrelid
                     where i.inhparent = ?::regclass and pg_get_expr(c.relpartbound, c.oid) <> 'DEFAULT') p
                 where p.ends <= ? order by p.ends
                """,
                String.class,
                table,
                Timestamp.from(cutoff));
    }

    private long count(String sql, Object... parameters) {
        return Optional.ofNullable(jdbc.queryForObject(sql, Long.class, parameters))
                .orElse(0L);
    }
}
