package uk.gov.warwickshire.gateway.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.Destination;

/** What destinations hold of a child's record, for whoever must prove it. */
@Component
public class CopyReader {

    /** @param version 0 if the destination may hold it and nobody knows in which version */
    public record HeldCopy(Destination destination, String type, String id, long version) {
        public String reference() {
            return type + "/" + id;
        }
    }

    private final JdbcTemplate jdbc;

    CopyReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public List<HeldCopy> ofChild(String childId) {
        return jdbc.query(
                """
                select destination, type, id, version from recipient_copy where child_id = ?
                 order by destination, type, id
                """,
                (row, i) -> new HeldCopy(
                        new Destination(row.getString("destination")),
                        row.getString("type"),
                        row.getString("id"),
                        row.getLong("version")),
                childId);
    }

    /** When the destination last confirmed a message about the child; empty if it never has. */
    public Optional<Instant> lastConfirmed(String childId, Destination destination) {
        return jdbc
                .query(
                        """
                        select max(a.finished_at) as at from delivery d join delivery_attempt a on a.delivery_id = d.id
                         where d.child_id = ? and d.destination = ? and a.outcome = 'ACKNOWLEDGED'
                        """,
                        (row, i) -> Optional.ofNullable(row.getTimestamp("at")).map(java.sql.Timestamp::toInstant),
                        childId,
                        destination.code())
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }
}
