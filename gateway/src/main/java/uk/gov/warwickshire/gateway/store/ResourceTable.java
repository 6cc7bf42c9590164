package uk.gov.warwickshire.gateway.store;

import static uk.gov.warwickshire.gateway.common.SqlArrays.bytes;
import static uk.gov.warwickshire.gateway.common.SqlArrays.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.gov.warwickshire.gateway.common.SqlArrays;
import uk.gov.warwickshire.mappings.fhir.SearchValues;

/** Statements on current resources and their history, each for a whole batch. */
final class ResourceTable {

    /** Arrays of arrays must be even in SQL, so lists travel as one text each; FHIR text has no such character. */
    static final String SEPARATOR = "\u001f";

    private final JdbcTemplate jdbc;
    private final SearchValueTable values;

    ResourceTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.values = new SearchValueTable(jdbc);
    }

    List<CurrentVersion> ofChildren(Collection<String> childIds) {
        return jdbc.query("""
                select child_id, type, id, version, hash, category, about_person
                  from resource where child_id = any(?)
                """, ps -> ps.setArray(1, texts(ps, childIds)), (row, i) -> version(row));
    }

    /**
     * Lets one transaction at a time write the directory. Row locks are not enough: two writers of a resource that is not
     * there yet would both make it version 1.
     */
    void lockDirectory() {
        jdbc.query("select pg_advisory_xact_lock(hashtextextended('store-directory', 0))", row -> {});
    }

    List<CurrentVersion> directory(Collection<ResourceWrite> wanted) {
        return jdbc.query(
                """
                select r.child_id, r.type, r.id, r.version, r.hash, r.category, r.about_person
                  from unnest(?::text[], ?::text[]) as w (type, id)
                  join resource r on r.child_id = '' and r.type = w.type and r.id = w.id
                 order by r.type, r.id
                   for update of r
                """,
                ps -> {
                    ps.setArray(1, SqlArrays.of(ps, "text", wanted, ResourceWrite::type));
                    ps.setArray(2, SqlArrays.of(ps, "text", wanted, ResourceWrite::id));
                },
                (row, i) -> version(row));
    }

    /** The last versions of resources that were deleted, so that one that comes back counts on from there. */
    Map<String, Long> lastDeleted(Collection<String> childIds) {
        Map<String, Long> versions = new HashMap<>();
        jdbc.query("""
                select type, id, max(version) as version
                  from resource_history where child_id = any(?) and content is null
                 group by child_id, type, id
                """, ps -> ps.setArray(1, texts(ps, childIds)), row -> {
            versions.put(row.getString("type") + "/" + row.getString("id"), row.getLong("version"));
        });
        return versions;
    }

    void archive(Collection<CurrentVersion> superseded, Instant now) {
        if (superseded.isEmpty()) {
            return;
        }
        jdbc.update("""
                insert into resource_history
                       (child_id, type, id, version, last_updated, category, about_person, content, superseded_at)
                select r.child_id, r.type, r.id, r.version, r.last_updated, r.category, r.about_person, r.content, ?
                  from unnest(?::text[], ?::text[], ?::text[]) as k (child_id, type, id)
                  join resource r on r.child_id = k.child_id and r.type = k.type and r.id = k.id
                """, ps -> {
            ps.setTimestamp(1, Timestamp.from(now));
            ps.setArray(2, SqlArrays.of(ps, "text", superseded, CurrentVersion::childId));
            ps.setArray(3, SqlArrays.of(ps, "text", superseded, CurrentVersion::type));
            ps.setArray(4, SqlArrays.of(ps, "text", superseded, CurrentVersion::id));
        });
    }

    /** Resources of which nothing is stored, nor search values. */
    void create(Collection<ResourceWrite> writes) {
        if (!writes.isEmpty()) {
            upsert(writes);
            values.insert(writes.stream().map(ResourceWrite::values).toList());
        }
    }

    /** Writes new versions; one that another replica wrote meanwhile with the same content stays as it is. */
    void write(Collection<ResourceWrite> writes) {
        if (!writes.isEmpty()) {
            upsert(writes);
            values.replace(writes.stream().map(ResourceWrite::values).toList());
        }
    }

    private void upsert(Collection<ResourceWrite> writes) {
        jdbc.update("""
                insert into resource as r
                       (child_id, type, id, version, last_updated, category, about_person, hash, content, tokens, refs)
                select child_id, type, id, version, last_updated, category, about_person, hash, content,
                       string_to_array(tokens, E'\\x1f'), string_to_array(refs, E'\\x1f')
                  from unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::timestamptz[], ?::text[], ?::text[],
                              ?::bytea[], ?::bytea[], ?::text[], ?::text[])
                       as w (child_id, type, id, version, last_updated, category, about_person, hash, content, tokens,
                             refs)
                 order by child_id, type, id
                    on conflict (child_id, type, id) do update
                   set version = excluded.version, last_updated = excluded.last_updated,
                       category = excluded.category, about_person = excluded.about_person, hash = excluded.hash,
                       content = excluded.content, tokens = excluded.tokens, refs = excluded.refs
                 where r.hash <> excluded.hash or r.category <> excluded.category
                    or r.about_person is distinct from excluded.about_person
                """, ps -> {
            ps.setArray(1, SqlArrays.of(ps, "text", writes, ResourceWrite::childId));
            ps.setArray(2, SqlArrays.of(ps, "text", writes, ResourceWrite::type));
            ps.setArray(3, SqlArrays.of(ps, "text", writes, ResourceWrite::id));
            ps.setArray(4, SqlArrays.of(ps, "bigint", writes, ResourceWrite::version));
            ps.setArray(5, SqlArrays.of(ps, "timestamptz", writes, w -> Timestamp.from(w.lastUpdated())));
            ps.setArray(6, SqlArrays.of(ps, "text", writes, w -> w.resource()
                    .category()
                    .code()));
            ps.setArray(7, SqlArrays.of(ps, "text", writes, w -> w.resource()
                    .aboutPerson()
                    .orElse(null)));
            ps.setArray(8, bytes(ps, writes, w -> w.resource().hash()));
            ps.setArray(9, bytes(ps, writes, ResourceWrite::content));
            ps.setArray(
                    10,
                    SqlArrays.of(
                            ps,
                            "text",
                            writes,
                            w -> String.join(SEPARATOR, w.resource().search().tokens())));
            ps.setArray(
                    11,
                    SqlArrays.of(
                            ps,
                            "text",
                            writes,
                            w -> String.join(SEPARATOR, w.resource().references())));
        });
    }

    /** Deletes, and keeps a version without content as the record of it. */
    void delete(Collection<CurrentVersion> gone, Instant now) {
        if (gone.isEmpty()) {
            return;
        }
        jdbc.update("""
                with deleted as (
                    delete from resource r
                     using unnest(?::text[], ?::text[], ?::text[]) as k (child_id, type, id)
                     where r.child_id = k.child_id and r.type = k.type and r.id = k.id
                    returning r.child_id, r.type, r.id, r.version, r.category, r.about_person)
                insert into resource_history
                       (child_id, type, id, version, last_updated, category, about_person, content, superseded_at)
                select child_id, type, id, version + 1, ?, category, about_person, null, ? from deleted
                """, ps -> {
            ps.setArray(1, SqlArrays.of(ps, "text", gone, CurrentVersion::childId));
            ps.setArray(2, SqlArrays.of(ps, "text", gone, CurrentVersion::type));
            ps.setArray(3, SqlArrays.of(ps, "text", gone, CurrentVersion::id));
            ps.setTimestamp(4, Timestamp.from(now));
            ps.setTimestamp(5, Timestamp.from(now));
        });
        values.delete(gone.stream()
                .map(v -> new SearchValueTable.Row(v.childId(), v.type(), v.id(), SearchValues.NONE))
                .toList());
    }

    private static CurrentVersion version(ResultSet row) throws SQLException {
        return new CurrentVersion(
                row.getString("child_id"),
                row.getString("type"),
                row.getString("id"),
                row.getLong("version"),
                row.getBytes("hash"),
                row.getString("category"),
                Optional.ofNullable(row.getString("about_person")));
    }
}
