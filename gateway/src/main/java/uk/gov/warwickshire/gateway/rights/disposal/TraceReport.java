package uk.gov.warwickshire.gateway.rights.disposal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.WorkTrace;
import uk.gov.warwickshire.gateway.common.WorkTraces.Disposed;

/** Table `trace_disposal`, which is only added to. Methods that write join the caller's transaction. */
@Component
public class TraceReport {

    /** What the lines of one trace in one run have in common. */
    record Line(UUID run, Instant at, WorkTrace trace, String schedule, Instant cutoff) {}

    /** @param outcome `REMOVED`, `LEFT`, `FAILED` or `NOTHING` */
    public record Entry(
            UUID run,
            Instant at,
            WorkTrace trace,
            String schedule,
            Instant cutoff,
            String place,
            long number,
            String outcome,
            String words) {}

    private final JdbcTemplate jdbc;

    TraceReport(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(Line line, List<Disposed> disposed) {
        if (disposed.isEmpty()) {
            insert(line, "", 0, "NOTHING", "nothing is older");
        }
        disposed.forEach(one ->
                insert(line, one.place(), one.number(), one.kept() ? "LEFT" : "REMOVED", one.words()));
    }

    void failed(Line line, String kind) {
        insert(line, "", 0, "FAILED", kind);
    }

    private void insert(Line line, String place, long number, String outcome, String words) {
        jdbc.update(
                """
                insert into trace_disposal (run_id, ran_at, trace, schedule, cutoff, place, number, outcome, words)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                line.run(),
                Timestamp.from(line.at()),
                line.trace().name(),
                line.schedule(),
                Timestamp.from(line.cutoff()),
                place,
                number,
                outcome,
                words);
    }

    List<Entry> latest(int limit) {
        return jdbc.query(
                "select * from trace_disposal order by ran_at desc, id limit ?",
                (row, i) -> new Entry(
                        row.getObject("run_id", UUID.class),
                        row.getTimestamp("ran_at").toInstant(),
                        WorkTrace.valueOf(row.getString("trace")),
                        row.getString("schedule"),
                        row.getTimestamp("cutoff").toInstant(),
                        row.getString("place"),
                        row.getLong("number"),
                        row.getString("outcome"),
                        row.getString("words")),
                limit);
    }
}
