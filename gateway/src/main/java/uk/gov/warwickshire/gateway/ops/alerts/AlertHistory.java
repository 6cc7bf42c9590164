package uk.gov.warwickshire.gateway.ops.alerts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What is over, what was said, and the rules: what the page shows besides what fires. */
@Component
public class AlertHistory {

    /** An alert that is over. */
    public record Resolved(FiringAlert alert, Instant firedAt, Instant resolvedAt) {}

    /** @param problem why it has not arrived yet, or never did */
    public record Notice(
            String channel,
            AlertNotice.Kind kind,
            String title,
            Instant createdAt,
            State state,
            int attempts,
            Optional<String> problem) {

        public enum State {
            PENDING,
            SENT,
            FAILED
        }
    }

    /** @param evaluatedAt when any replica last looked at the rules */
    record Figures(long pending, long failed, Instant evaluatedAt) {}

    private final JdbcTemplate jdbc;
    private final AlertRules rules;
    private final AlertEvaluation evaluation;

    AlertHistory(JdbcTemplate jdbc, AlertRules rules, AlertEvaluation evaluation) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.evaluation = evaluation;
    }

    public AlertRules rules() {
        return rules;
    }

    /** Rules that this replica could not look at in its last turn. */
    public Set<String> unreadable() {
        return evaluation.unreadable();
    }

    /** Empty until it was done once. */
    public Optional<Instant> evaluatedAt() {
        return Optional.of(figures(Instant.EPOCH).evaluatedAt()).filter(at -> at.isAfter(Instant.EPOCH));
    }

    /** The newest first. */
    public List<Resolved> resolved(int limit) {
        return jdbc.query(
                "select * from alert where resolved_at is not null order by resolved_at desc limit ?",
                (row, number) -> new Resolved(
                        Alerts.alert(row, number),
                        row.getTimestamp("fired_at").toInstant(),
                        row.getTimestamp("resolved_at").toInstant()),
                limit);
    }

    /** The newest first. */
    public List<Notice> notices(int limit) {
        return jdbc.query(
                "select * from alert_notice order by created_at desc, id desc limit ?", AlertHistory::notice, limit);
    }

    Figures figures(Instant since) {
        return jdbc.query(
                        """
                        select count(*) filter (where state = 'PENDING') as pending,
                               count(*) filter (where state = 'FAILED') as failed,
                               (select greatest(evaluated_at, 'epoch') from alert_evaluation) as evaluated
                          from alert_notice where created_at >= ?
                        """,
                        (row, number) -> new Figures(
                                row.getLong("pending"),
                                row.getLong("failed"),
                                row.getTimestamp("evaluated").toInstant()),
                        Timestamp.from(since))
                .get(0);
    }

    private static Notice notice(ResultSet row, int number) throws SQLException {
        return new Notice(
                row.getString("channel"),
                AlertNotice.Kind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getTimestamp("created_at").toInstant(),
                Notice.State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                Optional.ofNullable(row.getString("last_error")));
    }
}
