package uk.gov.warwickshire.gateway.ops.alerts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is to be said and what was: an outbox, so that a channel that is down misses nothing. */
final class NoticeTable {

    /** A notice that is due at its channel. */
    record Due(AlertNotice notice, String channel, int attempts) {}

    private final JdbcTemplate jdbc;

    NoticeTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(AlertNotice notice, String channel) {
        insert(notice, channel, "PENDING");
    }

    /** A test is sent at once or not at all. */
    void addTest(AlertNotice notice, String channel, Optional<String> problem, Instant now) {
        insert(notice, channel, "FAILED");
        if (problem.isPresent()) {
            givenUp(notice.id(), problem.get());
        } else {
            sent(notice.id(), now);
        }
    }

    private void insert(AlertNotice notice, String channel, String state) {
        FiringAlert alert = notice.alert();
        jdbc.update(
                """
                insert into alert_notice (id, channel, kind, rule, subject, severity, title, what_to_do, page, counted,
                                          since, created_at, state, next_attempt_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                notice.id(),
                channel,
                notice.kind().name(),
                alert.rule(),
                alert.subject(),
                alert.severity().name(),
                alert.title(),
                alert.whatToDo(),
                alert.page(),
                alert.count(),
                Timestamp.from(alert.since()),
                Timestamp.from(notice.createdAt()),
                state,
                Timestamp.from(notice.createdAt()));
    }

    /** In the order in which they were made. */
    List<Due> due(Instant now, int limit) {
        return jdbc.query("""
                select n.*, a.kind as alert_kind
                  from alert_notice n join alert a using (rule, subject)
                 where n.state = 'PENDING' and n.next_attempt_at <= ? order by n.created_at, n.id limit ?
                """, NoticeTable::due, Timestamp.from(now), limit);
    }

    void sent(UUID id, Instant now) {
        jdbc.update(
                "update alert_notice set state = 'SENT', attempts = attempts + 1, sent_at = ?, last_error = null where id = ?",
                Timestamp.from(now),
                id);
    }

    void failed(UUID id, String words, Instant next) {
        jdbc.update(
                "update alert_notice set attempts = attempts + 1, last_error = ?, next_attempt_at = ? where id = ?",
                words,
                Timestamp.from(next),
                id);
    }

    void givenUp(UUID id, String words) {
        jdbc.update(
                "update alert_notice set state = 'FAILED', attempts = attempts + 1, last_error = ? where id = ?",
                words,
                id);
    }

    int forgetBefore(Instant moment) {
        return jdbc.update(
                "delete from alert_notice where created_at < ? and state <> 'PENDING'", Timestamp.from(moment));
    }

    private static Due due(ResultSet row, int number) throws SQLException {
        FiringAlert alert = new FiringAlert(
                row.getString("rule"),
                row.getString("subject"),
                AlertKind.valueOf(row.getString("alert_kind")),
                AlertSeverity.valueOf(row.getString("severity")),
                row.getString("title"),
                row.getString("what_to_do"),
                row.getString("page"),
                row.getLong("counted"),
                row.getTimestamp("since").toInstant());
        AlertNotice notice = new AlertNotice(
                row.getObject("id", UUID.class),
                AlertNotice.Kind.valueOf(row.getString("kind")),
                alert,
                row.getTimestamp("created_at").toInstant());
        return new Due(notice, row.getString("channel"), row.getInt("attempts"));
    }
}
