package uk.gov.warwickshire.gateway.cpis;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.cpis.CpIsInboundReport.Kind;
import uk.gov.warwickshire.gateway.cpis.CpIsInboundReport.Outcome;

/** What came from CP-IS and MESH, and what became of it. */
@Component
public class CpIsInboundReports {

    private final JdbcTemplate jdbc;

    CpIsInboundReports(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first. */
    public List<CpIsInboundReport> latest(int limit) {
        return jdbc.query(
                "select * from cpis_inbound order by received_at desc, message_id desc limit ?",
                (row, i) -> read(row),
                limit);
    }

    /** Those that a person has to look at, oldest first. */
    public List<CpIsInboundReport> unsettled(int limit) {
        return jdbc.query("""
                select * from cpis_inbound where needs_person and settled_at is null order by received_at limit ?
                """, (row, i) -> read(row), limit);
    }

    /** Everything about one file, oldest first. */
    public List<CpIsInboundReport> ofFile(long sequence) {
        return jdbc.query(
                "select * from cpis_inbound where file = ? order by received_at", (row, i) -> read(row), sequence);
    }

    private static CpIsInboundReport read(ResultSet row) throws SQLException {
        return new CpIsInboundReport(
                row.getString("message_id"),
                Kind.valueOf(row.getString("kind")),
                Outcome.valueOf(row.getString("outcome")),
                Optional.ofNullable(row.getObject("file", Long.class)),
                Optional.ofNullable(row.getString("code")),
                row.getString("words"),
                row.getString("details"),
                row.getTimestamp("received_at").toInstant(),
                row.getBoolean("needs_person"),
                Optional.ofNullable(row.getString("settled_by")),
                Optional.ofNullable(row.getString("settled_because")),
                Optional.ofNullable(row.getTimestamp("settled_at")).map(Timestamp::toInstant));
    }
}
