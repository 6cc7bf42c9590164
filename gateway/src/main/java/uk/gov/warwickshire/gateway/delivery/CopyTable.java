package uk.gov.warwickshire.gateway.delivery;

import static uk.gov.warwickshire.gateway.common.SqlArrays.texts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.gov.warwickshire.gateway.common.Destination;
import uk.gov.warwickshire.gateway.common.SqlArrays;
import uk.gov.warwickshire.mappings.fhir.Category;

/** What each destination holds of each child's record. */
final class CopyTable {

    /** An entry of one child's copy. */
    record Held(String childId, CopyEntry entry) {}

    private final JdbcTemplate jdbc;

    CopyTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, List<CopyEntry>> ofChildren(Destination destination, Collection<String> childIds) {
        Map<String, List<CopyEntry>> copies = new HashMap<>();
        jdbc.query(
                """
                select child_id, type, id, version, category
                  from recipient_copy where child_id = any(?) and destination = ?
                """,
                ps -> {
                    ps.setArray(1, texts(ps, childIds));
                    ps.setString(2, destination.code());
                },
                row -> {
                    CopyEntry entry = new CopyEntry(
                            row.getString("type"),
                            row.getString("id"),
                            row.getLong("version"),
                            Category.ofCode(row.getString("category")).orElseThrow());
                    copies.computeIfAbsent(row.getString("child_id"), id -> new ArrayList<>())
                            .add(entry);
                });
        return copies;
    }

    void put(Destination destination, List<Held> entries) {
        if (entries.isEmpty()) {
            return;
        }
        jdbc.update("""
                insert into recipient_copy (child_id, destination, type, id, version, category)
                select child_id, ?, type, id, version, category
                  from unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[])
                       as c (child_id, type, id, version, category)
                    on conflict (child_id, destination, type, id) do update
                   set version = excluded.version, category = excluded.category
                """, ps -> {
            ps.setString(1, destination.code());
            ps.setArray(2, SqlArrays.of(ps, "text", entries, Held::childId));
            ps.setArray(3, SqlArrays.of(ps, "text", entries, e -> e.entry().type()));
            ps.setArray(4, SqlArrays.of(ps, "text", entries, e -> e.entry().id()));
            ps.setArray(5, SqlArrays.of(ps, "bigint", entries, e -> e.entry().version()));
            ps.setArray(
                    6,
                    SqlArrays.of(ps, "text", entries, e -> e.entry().category().code()));
        });
    }

    void remove(Destination destination, List<Held> entries) {
        if (entries.isEmpty()) {
            return;
        }
        jdbc.update("""
                delete from recipient_copy c
                 using unnest(?::text[], ?::text[], ?::text[]) as g (child_id, type, id)
                 where c.child_id = g.child_id and c.destination = ? and c.type = g.type and c.id = g.id
                """, ps -> {
            ps.setArray(1, SqlArrays.of(ps, "text", entries, Held::childId));
            ps.setArray(2, SqlArrays.of(ps, "text", entries, e -> e.entry().type()));
            ps.setArray(3, SqlArrays.of(ps, "text", entries, e -> e.entry().id()));
            ps.setString(4, destination.code());
        });
    }
}
