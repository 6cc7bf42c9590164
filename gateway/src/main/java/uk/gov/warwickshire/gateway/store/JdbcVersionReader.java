package uk.gov.warwickshire.gateway.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.mappings.fhir.Category;

/** Finds the child first, so that history is read by its key. */
@Component
class JdbcVersionReader implements VersionReader {

    private static final String CURRENT = """
            select child_id, type, id, version, last_updated, category, about_person, content
              from resource where type = ? and id = ?
            """;

    private static final String OWNER = """
            select child_id from resource where type = ? and id = ?
            union all
            select child_id from resource_history where type = ? and id = ? and content is null
             limit 1
            """;

    private static final String VERSIONS = """
            select child_id, type, id, version, last_updated, category, about_person, content
              from resource where child_id = ? and type = ? and id = ?
            union all
            select child_id, type, id, version, last_updated, category, about_person, content
              from resource_history where child_id = ? and type = ? and id = ?
            """;

    private static final String PAGE =
            "select * from (" + VERSIONS + ") v where last_updated >= ? and version < ? order by version desc limit ?";

    private static final String ONE = "select * from (" + VERSIONS + ") v where version = ?";

    private static final String COUNT =
            "select count(*) as total, count(distinct (category, about_person)) as kinds from (" + VERSIONS
                    + ") v where last_updated >= ?";

    private final JdbcTemplate jdbc;

    JdbcVersionReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<ResourceVersion> latest(String type, String id) {
        return jdbc.query(CURRENT, JdbcVersionReader::version, type, id).stream()
                .findFirst()
                .or(() -> history(type, id, Instant.EPOCH, Long.MAX_VALUE, 1).stream()
                        .findFirst());
    }

    @Override
    public Optional<ResourceVersion> version(String type, String id, long version) {
        return owner(type, id)
                .flatMap(child ->
                        jdbc.query(ONE, JdbcVersionReader::version, child, type, id, child, type, id, version).stream()
                                .findFirst());
    }

    @Override
    public List<ResourceVersion> history(String type, String id, Instant since, long before, int limit) {
        return owner(type, id)
                .map(child -> jdbc.query(
                        PAGE,
                        JdbcVersionReader::version,
                        child,
                        type,
                        id,
                        child,
                        type,
                        id,
                        Timestamp.from(since),
                        before,
                        limit))
                .orElse(List.of());
    }

    @Override
    public OptionalLong countAlike(String type, String id, Instant since) {
        return owner(type, id)
                .map(child -> Objects.requireNonNull(jdbc.queryForObject(
                        COUNT,
                        (row, i) ->
                                row.getLong("kinds") > 1 ? OptionalLong.empty() : OptionalLong.of(row.getLong("total")),
                        child,
                        type,
                        id,
                        child,
                        type,
                        id,
                        Timestamp.from(since))))
                .orElse(OptionalLong.of(0));
    }

    private Optional<String> owner(String type, String id) {
        return jdbc.query(OWNER, (row, i) -> row.getString("child_id"), type, id, type, id).stream()
                .findFirst();
    }

    private static ResourceVersion version(ResultSet row, int number) throws SQLException {
        return new ResourceVersion(
                row.getString("child_id"),
                row.getString("type"),
                row.getString("id"),
                row.getLong("version"),
                row.getTimestamp("last_updated").toInstant(),
                Category.ofCode(row.getString("category")).orElseThrow(),
                Optional.ofNullable(row.getString("about_person")),
                Optional.ofNullable(row.getBytes("content")));
    }
}
