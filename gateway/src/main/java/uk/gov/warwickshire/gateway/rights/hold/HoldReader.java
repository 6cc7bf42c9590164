package uk.gov.warwickshire.gateway.rights.hold;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.rights.hold.LegalHold.Release;

/** Looks holds up. */
@Component
class HoldReader {

    private final JdbcTemplate jdbc;

    HoldReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Those in force first, the newest first. */
    List<LegalHold> all() {
        return jdbc.query(
                "select * from legal_hold order by released_at is not null, saved_at desc", (row, i) -> hold(row));
    }

    Optional<LegalHold> find(UUID id) {
        return jdbc.query("select * from legal_hold where id = ?", (row, i) -> hold(row), id).stream()
                .findFirst();
    }

    List<String> children(UUID hold) {
        return jdbc.queryForList(
                "select child_id from legal_hold_child where hold_id = ? order by child_id", String.class, hold);
    }

    private LegalHold hold(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Optional<Timestamp> released = Optional.ofNullable(row.getTimestamp("released_at"));
        String by = row.getString("released_by");
        String because = row.getString("released_because");
        return new LegalHold(
                id,
                row.getString("name"),
                row.getString("authority"),
                row.getString("why"),
                row.getString("saved_by"),
                row.getTimestamp("saved_at").toInstant(),
                released.map(at -> new Release(by, because, at.toInstant())),
                scopes(id),
                Optional.ofNullable(jdbc.queryForObject(
                                "select count(*) from legal_hold_child where hold_id = ?", Long.class, id))
                        .orElse(0L));
    }

    private List<HoldScope> scopes(UUID hold) {
        return jdbc.query(
                "select * from legal_hold_scope where hold_id = ? order by kind, value",
                (row, i) -> new HoldScope(
                        HoldScope.Kind.valueOf(row.getString("kind")),
                        row.getString("value"),
                        Optional.ofNullable(row.getObject("from_day", LocalDate.class)),
                        Optional.ofNullable(row.getObject("until_day", LocalDate.class))),
                hold);
    }
}
