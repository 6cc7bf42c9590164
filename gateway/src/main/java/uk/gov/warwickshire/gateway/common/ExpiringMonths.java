package uk.gov.warwickshire.gateway.common;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A table partitioned by month. A month goes whole, by dropping its partition, once its last moment is over the period; one
 * that holds a row that must stay, stays whole.
 */
public final class ExpiringMonths implements ExpiringTraces {

    private final JdbcTemplate jdbc;
    private final TraceKind kind;
    private final String table;
    private final String kept;

    /** @param kept condition on a row `t` that must stay; part of the code, never of a request */
    public ExpiringMonths(JdbcTemplate jdbc, TraceKind kind, String table, String kept) {
        this.jdbc = jdbc;
        this.kind = kind;
        this.table = table;
        this.kept = kept;
    }

    @Override
    public String place() {
        return table + " (months)";
    }

    @Override
    public TraceKind kind() {
        return kind;
    }

    @Override
    public Expired count(Instant before) {
        long due = 0;
        long keptBack = 0;
        for (String month : over(before)) {
            Month found = look(month);
            due += found.mustStay() ? 0 : found.rows();
            keptBack += found.mustStay() ? found.rows() : 0;
        }
        return new Expired(due, keptBack);
    }

    /** Waits a moment at most for readers of the table: the next run tries again. */
    @Override
    public OptionalLong dispose(Instant before) {
        jdbc.execute("set local lock_timeout = '3s'");
        for (String month : over(before)) {
            Month found = look(month);
            if (!found.mustStay()) {
                jdbc.execute("drop table " + month);
                return OptionalLong.of(found.rows());
            }
        }
        return OptionalLong.empty();
    }

    private record Month(long rows, boolean mustStay) {}

    private Month look(String month) {
        return Optional.ofNullable(jdbc.queryForObject(
                        "select count(*), coalesce(bool_or(" + kept + "), false) from " + month + " t",
                        (row, i) -> new Month(row.getLong(1), row.getBoolean(2))))
                .orElseThrow();
    }

    /** Partitions that lie wholly before the moment, the oldest first. Their names say which month they are. */
    private List<String> over(Instant before) {
        return jdbc.queryForList("""
                        select c.relname::text from pg_inherits i join pg_class c on c.oid = i.inhrelid
                         where i.inhparent = ?::regclass and c.relname ~ ('^' || ? || '_[0-9]{4}_[0-9]{2}$')
                         order by 1
                        """, String.class, table, table).stream()
                .filter(month -> !end(month).isAfter(before))
                .toList();
    }

    private Instant end(String month) {
        return YearMonth.parse(month.substring(table.length() + 1).replace('_', '-'))
                .plusMonths(1)
                .atDay(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }
}
