package uk.gov.warwickshire.gateway.delivery;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.gov.warwickshire.gateway.common.SqlArrays;

/** The history of attempts. */
final class AttemptTable {

    /** An attempt that ended. */
    record Attempt(Dispatch dispatch, String outcome, Optional<Integer> status, Optional<String> words) {}

    private final JdbcTemplate jdbc;

    AttemptTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void insert(List<Attempt> attempts, Instant now) {
        if (attempts.isEmpty()) {
            return;
        }
        jdbc.update("""
                insert into delivery_attempt (delivery_id, attempt, ledger_id, outcome, status, error, started_at,
                                              finished_at)
                select a.*, ?
                  from unnest(?::uuid[], ?::int[], ?::uuid[], ?::text[], ?::int[], ?::text[], ?::timestamptz[]) as a
                """, ps -> {
            ps.setTimestamp(1, Timestamp.from(now));
            ps.setArray(
                    2,
                    SqlArrays.of(ps, "uuid", attempts, a -> a.dispatch().lease().id()));
            ps.setArray(
                    3,
                    SqlArrays.of(ps, "int", attempts, a -> a.dispatch().lease().attempts() + 1));
            ps.setArray(4, SqlArrays.of(ps, "uuid", attempts, a -> a.dispatch().ledgerId()));
            ps.setArray(5, SqlArrays.of(ps, "text", attempts, Attempt::outcome));
            ps.setArray(6, SqlArrays.of(ps, "int", attempts, a -> a.status().orElse(null)));
            ps.setArray(7, SqlArrays.of(ps, "text", attempts, a -> a.words().orElse(null)));
            ps.setArray(
                    8,
                    SqlArrays.of(
                            ps,
                            "timestamptz",
                            attempts,
                            a -> Timestamp.from(a.dispatch().startedAt())));
        });
    }

    /** Attempts that a worker began and did not live to finish. */
    void cutOff(List<Lease> leases, Instant now) {
        List<UUID> ids = leases.stream().map(Lease::id).toList();
        if (ids.isEmpty()) {
            return;
        }
        jdbc.update("""
                insert into delivery_attempt (delivery_id, attempt, ledger_id, outcome, error, started_at, finished_at)
                select id, attempts, ledger_id, 'CUT_OFF', 'the worker did not finish', ?, ?
                  from delivery where id = any(?) and ledger_id is not null
                """, ps -> {
            ps.setTimestamp(1, Timestamp.from(now));
            ps.setTimestamp(2, Timestamp.from(now));
            ps.setArray(3, SqlArrays.of(ps, "uuid", ids, id -> id));
        });
    }
}
