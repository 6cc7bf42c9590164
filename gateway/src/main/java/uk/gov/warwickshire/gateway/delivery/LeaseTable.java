package uk.gov.warwickshire.gateway.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.gov.warwickshire.gateway.common.Destination;
import uk.gov.warwickshire.gateway.common.SqlArrays;

/** Takes deliveries in hand: only the first unfinished one of a child and destination, each by one worker. */
final class LeaseTable {

    static final String TAKE = """
            update delivery d set lease_owner = ?, lease_until = ?
              from (select r.child_id, r.destination, r.seq
                      from delivery r
                     where r.destination = ? and r.state in ('PENDING', 'CLEARED', 'RETRYING')
                       and r.next_attempt_at <= ? and (r.lease_until is null or r.lease_until < ?)
                       and not exists (
                           select from delivery e
                            where e.child_id = r.child_id and e.destination = r.destination and e.seq < r.seq
                              and e.state in ('PENDING', 'HELD', 'CLEARED', 'RETRYING', 'SENT', 'DEAD'))
                     order by r.next_attempt_at, r.seq
                     limit ?
                       for update skip locked) head
             where d.child_id = head.child_id and d.destination = head.destination and d.seq = head.seq
            returning d.child_id, d.destination, d.seq, d.id, d.kind, d.state, d.attempts, d.in_flight
            """;

    private final JdbcTemplate jdbc;

    LeaseTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that are due, in order of child: the order in which everyone locks. */
    List<Lease> take(Destination destination, UUID owner, Instant now, Instant until, int limit) {
        return jdbc
                .query(
                        TAKE,
                        (row, i) -> lease(row),
                        owner,
                        Timestamp.from(until),
                        destination.code(),
                        Timestamp.from(now),
                        Timestamp.from(now),
                        limit)
                .stream()
                .sorted(Comparator.comparing(Lease::childId))
                .toList();
    }

    /** Extends leases that are still held. */
    void renew(List<Lease> leases, UUID owner, Instant until) {
        jdbc.update("update delivery set lease_until = ? where id = any(?) and lease_owner = ?", ps -> {
            ps.setTimestamp(1, Timestamp.from(until));
            ps.setArray(2, SqlArrays.of(ps, "uuid", leases, Lease::id));
            ps.setObject(3, owner);
        });
    }

    private static Lease lease(ResultSet row) throws SQLException {
        return new Lease(
                row.getString("child_id"),
                new Destination(row.getString("destination")),
                row.getLong("seq"),
                row.getObject("id", UUID.class),
                DeliveryKind.valueOf(row.getString("kind")),
                DeliveryState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                Arrays.stream((String[]) row.getArray("in_flight").getArray())
                        .map(CopyEntry::parse)
                        .toList());
    }
}
