package uk.gov.warwickshire.gateway.disclosure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.disclosure.TermsVersion.Origin;

/** Table `disclosure_terms`. Every method joins the caller's transaction if there is one. */
@Component
class TermsTable {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    TermsTable(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One change after another, on all replicas, to the end of the transaction. */
    void lock() {
        jdbc.execute("select pg_advisory_xact_lock(hashtextextended('disclosure terms', 0))");
    }

    /** Rises with every change of either part; zero before the first. */
    long latestId() {
        Long latest = jdbc.queryForObject("select coalesce(max(id), 0) from disclosure_terms", Long.class);
        return latest == null ? 0 : latest;
    }

    Optional<TermsVersion> latest(TermsPart part) {
        return jdbc
                .query(
                        "select * from disclosure_terms where part = ? order by id desc limit 1",
                        (row, i) -> version(row),
                        part.name())
                .stream()
                .findFirst();
    }

    Optional<TermsVersion> latestFromFile(TermsPart part) {
        return jdbc
                .query(
                        "select * from disclosure_terms where part = ? and origin = 'FILE' order by id desc limit 1",
                        (row, i) -> version(row),
                        part.name())
                .stream()
                .findFirst();
    }

    List<TermsVersion> history(TermsPart part, int limit) {
        return jdbc.query(
                "select * from disclosure_terms where part = ? order by id desc limit ?",
                (row, i) -> version(row),
                part.name(),
                limit);
    }

    boolean wasEverInForce(TermsPart part, String version) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from disclosure_terms where part = ? and version = ?)",
                Boolean.class,
                part.name(),
                version));
    }

    void add(TermsPart part, String version, TermsText text, Origin origin, String who, String why) {
        jdbc.update(
                """
                insert into disclosure_terms (part, version, file_name, content, origin, put_by, why, in_force_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                part.name(),
                version,
                text.name(),
                text.content(),
                origin.name(),
                who,
                why,
                Timestamp.from(clock.instant()));
    }

    private static TermsVersion version(ResultSet row) throws SQLException {
        return new TermsVersion(
                row.getLong("id"),
                TermsPart.valueOf(row.getString("part")),
                row.getString("version"),
                row.getString("file_name"),
                row.getString("content"),
                Origin.valueOf(row.getString("origin")),
                row.getString("put_by"),
                row.getString("why"),
                row.getTimestamp("in_force_at").toInstant());
    }
}
