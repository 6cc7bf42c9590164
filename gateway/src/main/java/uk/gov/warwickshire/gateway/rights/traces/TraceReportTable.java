package uk.gov.warwickshire.gateway.rights.traces;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.ExpiringTraces;

/** Tables `trace_disposal` and `trace_disposal_line`. The database refuses to change a report that has ended. */
@Component
class TraceReportTable {

    private final JdbcTemplate jdbc;

    TraceReportTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** By whoever holds the lock of the job: a run that is still open was cut off. */
    void begin(UUID run, Instant now) {
        jdbc.update(
                "update trace_disposal set ended_at = ?, cut_off = true where ended_at is null", Timestamp.from(now));
        jdbc.update("insert into trace_disposal (id, started_at) values (?, ?)", run, Timestamp.from(now));
    }

    void end(UUID run, Instant now) {
        jdbc.update("update trace_disposal set ended_at = ? where id = ?", Timestamp.from(now), run);
    }

    void open(UUID run, ExpiringTraces traces, String period, Instant before) {
        jdbc.update("""
                insert into trace_disposal_line (run_id, place, kind, period, before, unit) values (?, ?, ?, ?, ?, ?)
                """, run, traces.place(), traces.kind().name(), period, Timestamp.from(before), traces.unit());
    }

    /** Lets the triggers of what is append-only know, until the transaction ends, in which run something is deleted. */
    void announce(UUID run) {
        jdbc.query("select set_config('gateway.trace_disposal', ?, true)", row -> {}, run.toString());
    }

    void removed(UUID run, String place, long number) {
        jdbc.update(
                "update trace_disposal_line set removed = removed + ? where run_id = ? and place = ?",
                number,
                run,
                place);
    }

    void keptBack(UUID run, String place, long number) {
        jdbc.update("update trace_disposal_line set kept_back = ? where run_id = ? and place = ?", number, run, place);
    }

    void problem(UUID run, String place, String words) {
        jdbc.update("update trace_disposal_line set problem = ? where run_id = ? and place = ?", words, run, place);
    }

    Optional<Instant> lastBegun() {
        return Optional.ofNullable(jdbc.queryForObject("select max(started_at) from trace_disposal", Timestamp.class))
                .map(Timestamp::toInstant);
    }

    List<TraceReport> latest(int limit) {
        return jdbc.query(
                "select * from trace_disposal order by started_at desc limit ?", (row, i) -> report(row), limit);
    }

    private TraceReport report(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new TraceReport(
                id,
                row.getTimestamp("started_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant),
                row.getBoolean("cut_off"),
                jdbc.query(
                        "select * from trace_disposal_line where run_id = ? order by kind, place",
                        (line, i) -> line(line),
                        id));
    }

    private static TraceReport.Line line(ResultSet row) throws SQLException {
        return new TraceReport.Line(
                row.getString("place"),
                row.getString("kind"),
                row.getString("period"),
                row.getTimestamp("before").toInstant(),
                row.getString("unit"),
                row.getLong("removed"),
                row.getLong("kept_back"),
                Optional.ofNullable(row.getString("problem")));
    }
}
