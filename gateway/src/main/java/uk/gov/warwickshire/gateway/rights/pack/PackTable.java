package uk.gov.warwickshire.gateway.rights.pack;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import uk.gov.warwickshire.gateway.rights.pack.ReviewItem.ItemDecision;

/** The tables `rights_pack` and `rights_pack_item`. */
@Component
class PackTable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int BATCH = 500;

    private final JdbcTemplate jdbc;

    PackTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the transaction ends nobody else prepares, decides about or releases it. */
    void lock(UUID request) {
        jdbc.query(
                "select pg_advisory_xact_lock(hashtextextended('rights pack ' || ?, 0))",
                row -> {},
                request.toString());
    }

    void discard(UUID request) {
        jdbc.update("delete from rights_pack where request_id = ?", request);
        jdbc.update("delete from rights_pack_item where request_id = ?", request);
    }

    void replace(Pack pack) {
        discard(pack.requestId());
        jdbc.update(
                """
                insert into rights_pack (request_id, child_id, prepared_at, prepared_by, sections, bundle)
                values (?, ?, ?, ?, ?, ?)
                """,
                pack.requestId(),
                pack.childId(),
                Timestamp.from(pack.preparedAt()),
                pack.preparedBy(),
                JSON.writeValueAsString(pack.sections()),
                pack.bundle());
        jdbc.batchUpdate("""
                insert into rights_pack_item (request_id, number, reference, element, heading, label, value, reason)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """, pack.items(), BATCH, (row, item) -> {
            row.setObject(1, pack.requestId());
            row.setInt(2, item.number());
            row.setString(3, item.reference());
            row.setString(4, item.element());
            row.setString(5, item.where());
            row.setString(6, item.label());
            row.setString(7, item.value());
            row.setString(8, item.reason().name());
        });
    }

    Optional<Pack> find(UUID request, String council) {
        List<ReviewItem> items = jdbc.query(
                "select * from rights_pack_item where request_id = ? order by number", (row, i) -> item(row), request);
        return jdbc
                .query("select * from rights_pack where request_id = ?", (row, i) -> pack(row, council, items), request)
                .stream()
                .findFirst();
    }

    /** @return whether there was one that is not released yet */
    boolean decide(UUID request, int number, ItemDecision decision) {
        return jdbc.update(
                        """
                        update rights_pack_item i set release = ?, because = ?, decided_by = ?, decided_at = ?
                          from rights_pack p
                         where i.request_id = ? and i.number = ? and p.request_id = i.request_id
                           and p.released_at is null
                        """,
                        decision.release(),
                        decision.because(),
                        decision.officer(),
                        Timestamp.from(decision.at()),
                        request,
                        number)
                == 1;
    }

    /** The readable text goes: what is kept is the archive, which needs its password, and the decisions. */
    void release(UUID request, Pack.Release release, byte[] archive) {
        jdbc.update("""
                update rights_pack set released_at = ?, released_by = ?, archive = ?, sha256 = ?, sections = '[]', bundle = ''
                 where request_id = ?
                """, Timestamp.from(release.at()), release.by(), archive, release.sha256(), request);
        jdbc.update("update rights_pack_item set value = '' where request_id = ?", request);
    }

    Optional<byte[]> archive(UUID request) {
        return jdbc
                .query(
                        "select archive from rights_pack where request_id = ? and archive is not null",
                        (row, i) -> row.getBytes(1),
                        request)
                .stream()
                .findFirst();
    }

    private static Pack pack(ResultSet row, String council, List<ReviewItem> items) throws SQLException {
        Optional<Timestamp> released = Optional.ofNullable(row.getTimestamp("released_at"));
        String by = row.getString("released_by");
        String sha256 = row.getString("sha256");
        return new Pack(
                row.getObject("request_id", UUID.class),
                row.getString("child_id"),
                council,
                row.getTimestamp("prepared_at").toInstant(),
                row.getString("prepared_by"),
                List.of(JSON.readValue(row.getString("sections"), PackSection[].class)),
                row.getString("bundle"),
                items,
                released.map(at -> new Pack.Release(at.toInstant(), by, sha256)));
    }

    private static ReviewItem item(ResultSet row) throws SQLException {
        Optional<Timestamp> decided = Optional.ofNullable(row.getTimestamp("decided_at"));
        boolean release = row.getBoolean("release");
        String because = row.getString("because");
        String officer = row.getString("decided_by");
        return new ReviewItem(
                row.getInt("number"),
                row.getString("reference"),
                row.getString("element"),
                row.getString("heading"),
                row.getString("label"),
                row.getString("value"),
                ReviewReason.valueOf(row.getString("reason")),
                decided.map(at -> new ItemDecision(release, because, officer, at.toInstant())));
    }
}
