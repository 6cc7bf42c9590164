package uk.gov.warwickshire.gateway.cpis;

import java.io.Writer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Views of children's records in unscheduled care, as tasks for their teams. */
@Component
public class CpIsAccessNotifications {

    private final JdbcTemplate jdbc;

    CpIsAccessNotifications(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Tasks that nobody has done yet, oldest first. */
    public List<CpIsAccess> open(int limit) {
        return read("where done_at is null order by received_at, id limit ?", limit);
    }

    /** Open tasks of one team, oldest first. */
    public List<CpIsAccess> openOfTeam(String teamId, int limit) {
        return read("where done_at is null and team_id = ? order by received_at, id limit ?", teamId, limit);
    }

    /** Newest first. */
    public List<CpIsAccess> latest(int limit) {
        return read("order by received_at desc, id desc limit ?", limit);
    }

    /** All views of one person's record, newest first. */
    public List<CpIsAccess> ofPerson(String personId, int limit) {
        return read("where person_id = ? order by received_at desc, id desc limit ?", personId, limit);
    }

    public long countOpen() {
        Long count = jdbc.queryForObject("select count(*) from cpis_access where done_at is null", Long.class);
        return count == null ? 0 : count;
    }

    /** Open tasks as CSV, header always. The writer is flushed, not closed. */
    public void writeCsv(Writer writer) {
        CsvLines csv = new CsvLines(
                writer, "id", "person_id", "team", "seen_at", "viewer", "role", "organisation", "received_at", "empty");
        open(Integer.MAX_VALUE)
                .forEach(access -> csv.line(
                        access.id().toString(),
                        access.personId().orElse(""),
                        access.teamName().or(access::teamId).orElse(""),
                        access.seenAt().orElse(""),
                        access.viewer().orElse(""),
                        access.viewerRole().orElse(""),
                        access.organisation().orElse(""),
                        access.receivedAt().toString(),
                        access.empty() ? "yes" : "no"));
        csv.end();
    }

    private List<CpIsAccess> read(String where, Object... parameters) {
        return jdbc.query("select * from cpis_access " + where, (row, i) -> read(row), parameters);
    }

    private static CpIsAccess read(ResultSet row) throws SQLException {
        return new CpIsAccess(
                row.getObject("id", UUID.class),
                row.getBoolean("empty"),
                Optional.ofNullable(row.getString("person_id")),
                Optional.ofNullable(row.getObject("upload_file", Long.class)),
                row.getLong("total_returned"),
                Optional.ofNullable(row.getString("seen_at")),
                Optional.ofNullable(row.getString("viewer")),
                Optional.ofNullable(row.getString("viewer_role")),
                Optional.ofNullable(row.getString("organisation")),
                Optional.ofNullable(row.getString("team_id")),
                Optional.ofNullable(row.getString("team_name")),
                row.getTimestamp("received_at").toInstant(),
                Optional.ofNullable(row.getString("done_by")),
                Optional.ofNullable(row.getString("done_note")),
                Optional.ofNullable(row.getTimestamp("done_at")).map(Timestamp::toInstant));
    }
}
