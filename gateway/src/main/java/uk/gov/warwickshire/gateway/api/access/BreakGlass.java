package uk.gov.warwickshire.gateway.api.access;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import uk.gov.warwickshire.gateway.common.Ids;
import uk.gov.warwickshire.gateway.common.security.Caller;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/** Grants, lists and alarms emergency overrides. That one is allowed at all has been decided by the gate. */
@Component
class BreakGlass implements BreakGlassReader {

    private static final Logger LOG = LoggerFactory.getLogger(BreakGlass.class);

    private final JdbcTemplate jdbc;
    private final Ids ids;
    private final MeterRegistry meters;
    private final Duration life;
    private final Clock clock;

    BreakGlass(JdbcTemplate jdbc, Ids ids, MeterRegistry meters, GatewaySettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.meters = meters;
        this.life = settings.access().breakGlass();
        this.clock = clock;
    }

    /** In the caller's transaction: goes on with the grant that has not expired, or makes a new one and raises the alarm. */
    void grant(Caller caller, String purpose, String childId) {
        Instant now = clock.instant();
        List<UUID> valid = jdbc.queryForList(
                """
                select id from break_glass_grant
                 where child_id = ? and ods_code = ? and client_id = ? and agent_user = ? and expires_at > ?
                 limit 1
                """,
                UUID.class,
                childId,
                caller.odsCode(),
                caller.clientId(),
                caller.user().orElse(""),
                Timestamp.from(now));
        if (valid.isEmpty()) {
            UUID id = ids.next();
            insert(id, caller, purpose, childId, now);
            alarmAfterCommit(id, caller.odsCode());
        }
    }

    @Override
    public List<BreakGlassGrant> recent(int limit) {
        return jdbc.query(
                "select * from break_glass_grant order by granted_at desc, id desc limit ?",
                (row, i) -> grant(row),
                limit);
    }

    @Override
    public List<BreakGlassGrant> between(Instant from, Instant until, int limit) {
        return jdbc.query("""
                select * from break_glass_grant where granted_at >= ? and granted_at < ?
                 order by granted_at desc, id desc limit ?
                """, (row, i) -> grant(row), Timestamp.from(from), Timestamp.from(until), limit);
    }

    private void insert(UUID id, Caller caller, String purpose, String childId, Instant now) {
        jdbc.update(
                """
                insert into break_glass_grant (
                    id, child_id, ods_code, client_id, agent_user, purpose, reason, granted_at, expires_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                id,
                childId,
                caller.odsCode(),
                caller.clientId(),
                caller.user().orElse(""),
                purpose,
                caller.breakGlassReason().orElseThrow(),
                Timestamp.from(now),
                Timestamp.from(now.plus(life)));
    }

    private void alarmAfterCommit(UUID id, String odsCode) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                meters.counter("gateway.break.glass", "organisation", odsCode).increment();
                LOG.warn("Emergency override {} by organisation {}: an objection was set aside", id, odsCode);
            }
        });
    }

    private static BreakGlassGrant grant(ResultSet row) throws SQLException {
        return new BreakGlassGrant(
                row.getObject("id", UUID.class),
                row.getString("child_id"),
                row.getString("ods_code"),
                row.getString("client_id"),
                Optional.of(row.getString("agent_user")).filter(user -> !user.isEmpty()),
                row.getString("purpose"),
                row.getString("reason"),
                row.getTimestamp("granted_at").toInstant(),
                row.getTimestamp("expires_at").toInstant());
    }
}
