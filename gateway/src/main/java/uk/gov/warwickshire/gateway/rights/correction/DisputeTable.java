package uk.gov.warwickshire.gateway.rights.correction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.rights.correction.DisputedElement.Correction;

/** The table `rights_disputed_element`. */
@Component
class DisputeTable {

    /** One that is neither corrected nor closed, with the hash of what is disputed. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Open(DisputedElement element, byte[] valueHash) {}

    private final JdbcClient jdbc;

    DisputeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(DisputedElement element, byte[] valueHash, String who) {
        jdbc.sql("""
                insert into rights_disputed_element (request_id, child_id, type, id, element, value_hash, holders, readers,
                                                     disputed_at, disputed_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        element.requestId(),
                        element.childId(),
                        element.type(),
                        element.id(),
                        element.element(),
                        valueHash,
                        element.holders().toArray(String[]::new),
                        element.readers().toArray(String[]::new),
                        Timestamp.from(element.disputedAt()),
                        who)
                .update();
    }

    List<DisputedElement> of(UUID request) {
        return jdbc.sql("select * from rights_disputed_element where request_id = ? order by type, id, element")
                .param(request)
                .query((row, i) -> element(row))
                .list();
    }

    List<Open> open(Collection<String> childIds) {
        return jdbc.sql("""
                select * from rights_disputed_element
                 where child_id = any(?) and corrected_at is null and closed_at is null
                 order by child_id, type, id, element
                """)
                .param(childIds.toArray(String[]::new))
                .query((row, i) -> new Open(element(row), row.getBytes("value_hash")))
                .list();
    }

    void heldBy(DisputedElement element, List<String> holders, List<String> readers) {
        jdbc.sql("""
                update rights_disputed_element set holders = ?, readers = ?
                 where request_id = ? and type = ? and id = ? and element = ?
                """)
                .params(
                        holders.toArray(String[]::new),
                        readers.toArray(String[]::new),
                        element.requestId(),
                        element.type(),
                        element.id(),
                        element.element())
                .update();
    }

    void corrected(DisputedElement element, long version, Instant now) {
        jdbc.sql("""
                update rights_disputed_element set corrected_version = ?, corrected_at = ?
                 where request_id = ? and type = ? and id = ? and element = ?
                """)
                .params(
                        version,
                        Timestamp.from(now),
                        element.requestId(),
                        element.type(),
                        element.id(),
                        element.element())
                .update();
    }

    void close(UUID request, Instant now) {
        jdbc.sql("""
                update rights_disputed_element set closed_at = ?
                 where request_id = ? and corrected_at is null and closed_at is null
                """).params(Timestamp.from(now), request).update();
    }

    private static DisputedElement element(ResultSet row) throws SQLException {
        long version = row.getLong("corrected_version");
        return new DisputedElement(
                row.getObject("request_id", UUID.class),
                row.getString("child_id"),
                row.getString("type"),
                row.getString("id"),
                row.getString("element"),
                List.of((String[]) row.getArray("holders").getArray()),
                List.of((String[]) row.getArray("readers").getArray()),
                row.getTimestamp("disputed_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("corrected_at"))
                        .map(at -> new Correction(version, at.toInstant())));
    }
}
