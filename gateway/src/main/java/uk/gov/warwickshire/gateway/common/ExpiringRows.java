package uk.gov.warwickshire.gateway.common;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows of a table that go in batches, or lose the content of one column. */
public final class ExpiringRows implements ExpiringTraces {

    private static final int BATCH = 5000;

    /**
     * Conditions on a row `t`; part of the code, never of a request.
     *
     * @param over it is older than the one parameter
     * @param kept it stays all the same
     */
    public record Which(String over, String kept) {}

    private final JdbcTemplate jdbc;
    private final TraceKind kind;
    private final String place;
    private final String count;
    private final String dispose;

    private ExpiringRows(JdbcTemplate jdbc, TraceKind kind, String place, String table, String act, Which which) {
        this.jdbc = jdbc;
        this.kind = kind;
        this.place = place;
        String kept = "coalesce(" + which.kept() + ", false)";
        this.count = "select count(*) filter (where not " + kept + "), count(*) filter (where " + kept + ") from "
                + table + " t where " + which.over();
        this.dispose = act + " where ctid = any(array(select t.ctid from " + table + " t where " + which.over()
                + " and not " + kept + " limit " + BATCH + "))";
    }

    /** @param table no partitioned one, whose rows are not told apart by their place */
    public static ExpiringRows deleted(JdbcTemplate jdbc, TraceKind kind, String table, Which which) {
        return new ExpiringRows(jdbc, kind, table, table, "delete from " + table, which);
    }

    /** @param empty what stands in the column afterwards, as SQL; {@link Which#over} must tell it from what stood there */
    public static ExpiringRows emptied(
            JdbcTemplate jdbc, TraceKind kind, String table, String column, String empty, Which which) {
        return new ExpiringRows(
                jdbc, kind, table + "." + column, table, "update " + table + " set " + column + " = " + empty, which);
    }

    @Override
    public String place() {
        return place;
    }

    @Override
    public TraceKind kind() {
        return kind;
    }

    @Override
    public Expired count(Instant before) {
        return Optional.ofNullable(jdbc.queryForObject(
                        count, (row, i) -> new Expired(row.getLong(1), row.getLong(2)), Timestamp.from(before)))
                .orElseThrow();
    }

    @Override
    public OptionalLong dispose(Instant before) {
        int rows = jdbc.update(dispose, Timestamp.from(before));
        return rows == 0 ? OptionalLong.empty() : OptionalLong.of(rows);
    }
}
