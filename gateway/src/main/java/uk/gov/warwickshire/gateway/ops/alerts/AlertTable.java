package uk.gov.warwickshire.gateway.ops.alerts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** What fires or fired. Changes are made by one replica at a time. */
final class AlertTable {

    /** An alert as it stands: what was said of it last, and when some replica last saw its cause. */
    record Standing(FiringAlert alert, Instant notifiedAt, Instant seenAt) {}

    private final JdbcTemplate jdbc;

    AlertTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the transaction ends, nobody else changes an alert. */
    void lock() {
        jdbc.query("select pg_advisory_xact_lock(hashtextextended('alert', 0))", row -> {});
    }

    List<Standing> firing() {
        return jdbc.query("select * from alert where resolved_at is null", AlertTable::standing);
    }

    void fire(FiringAlert alert, Instant now) {
        jdbc.update(
                """
                insert into alert (rule, subject, kind, severity, title, what_to_do, page, counted, since, fired_at,
                                   notified_at, seen_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (rule, subject) do update
                   set kind = excluded.kind, severity = excluded.severity, title = excluded.title,
                       what_to_do = excluded.what_to_do, page = excluded.page, counted = excluded.counted,
                       since = excluded.since, fired_at = excluded.fired_at, notified_at = excluded.notified_at,
                       seen_at = excluded.seen_at, resolved_at = null
                """,
                alert.rule(),
                alert.subject(),
                alert.kind().name(),
                alert.severity().name(),
                alert.title(),
                alert.whatToDo(),
                alert.page(),
                alert.count(),
                Timestamp.from(alert.since()),
                Timestamp.from(now),
                Timestamp.from(now),
                Timestamp.from(now));
    }

    /** The cause is as old as it was first found to be. */
    void stillFires(FiringAlert alert, Instant now, boolean notified) {
        jdbc.update(
                """
                update alert set severity = ?, title = ?, what_to_do = ?, page = ?, counted = ?,
                       since = least(since, ?), seen_at = ?, notified_at = case when ? then ? else notified_at end
                 where rule = ? and subject = ?
                """,
                alert.severity().name(),
                alert.title(),
                alert.whatToDo(),
                alert.page(),
                alert.count(),
                Timestamp.from(alert.since()),
                Timestamp.from(now),
                notified,
                Timestamp.from(now),
                alert.rule(),
                alert.subject());
    }

    void resolve(FiringAlert alert, Instant now) {
        jdbc.update(
                "update alert set resolved_at = ? where rule = ? and subject = ?",
                Timestamp.from(now),
                alert.rule(),
                alert.subject());
    }

    /** Whether the shared rules are due: nobody has looked since. Joins the caller's lock. */
    boolean isDue(Instant notSince) {
        return Optional.ofNullable(jdbc.queryForObject(
                        "select evaluated_at < ? from alert_evaluation", Boolean.class, Timestamp.from(notSince)))
                .orElse(true);
    }

    void evaluated(Instant now) {
        jdbc.update("update alert_evaluation set evaluated_at = ?", Timestamp.from(now));
    }

    private static Standing standing(ResultSet row, int number) throws SQLException {
        return new Standing(
                Alerts.alert(row, number),
                row.getTimestamp("notified_at").toInstant(),
                row.getTimestamp("seen_at").toInstant());
    }
}
