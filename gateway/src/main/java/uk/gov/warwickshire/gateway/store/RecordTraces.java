package uk.gov.warwickshire.gateway.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.ErasedPerson;
import uk.gov.warwickshire.gateway.common.PersonalTraces;
import uk.gov.warwickshire.gateway.common.RowCopies;
import uk.gov.warwickshire.mappings.fhir.Systems;

/** Takes a child's record out of the store, with its history and everything it is found by. */
@Component
class RecordTraces implements PersonalTraces {

    private static final List<String> TABLES = List.of(
            "resource_text",
            "resource_range",
            "resource_quantity",
            "resource_history",
            "resource",
            "child_other_person",
            "child");

    private final JdbcTemplate jdbc;

    RecordTraces(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String room() {
        return "store";
    }

    @Override
    public List<Removed> erase(ErasedPerson person) {
        List<Removed> removed = new ArrayList<>();
        for (String table : TABLES) {
            int rows = jdbc.update("delete from " + table + " where child_id = ?", person.childId());
            removed.add(Removed.deleted(table, rows));
        }
        jdbc.update("update search_reindex set last_child = '' where last_child = ?", person.childId());
        // For what follows the store: it finds nothing and removes what it has.
        jdbc.update("insert into record_change (child_id, changed_at) values (?, now())", person.childId());
        return removed;
    }

    /** Also those of earlier versions of its Patient. */
    @Override
    public Set<String> numbersOf(String childId) {
        return new HashSet<>(jdbc.queryForList("""
                select i ->> 'value'
                  from (select content from resource where child_id = ? and type = 'Patient'
                         union all
                        select content from resource_history
                         where child_id = ? and type = 'Patient' and content is not null) p,
                       jsonb_path_query(convert_from(p.content, 'UTF8')::jsonb, '$.identifier[*]') i
                 where i ->> 'system' = ? and i ->> 'value' is not null
                """, String.class, childId, childId, Systems.NHS_NUMBER));
    }

    /** Every full-text index has followed, so the note of the change may go as well. */
    @Override
    public boolean isGone(ErasedPerson person) {
        Boolean followed = jdbc.queryForObject("""
                select not exists (
                    select from record_change c
                     where c.child_id = ?
                       and (c.tx >= pg_snapshot_xmin(pg_current_snapshot())::text::bigint
                            or exists (select from fulltext_position p where (p.tx, p.seq) < (c.tx, c.seq))))
                """, Boolean.class, person.childId());
        if (Boolean.TRUE.equals(followed)) {
            jdbc.update("delete from record_change where child_id = ?", person.childId());
        }
        return Boolean.TRUE.equals(followed);
    }

    @Override
    public Stream<Copy> copies(String childId, Set<String> numbers) {
        Stream<Copy> current = jdbc
                .query(
                        "select type, id, version, content from resource where child_id = ? order by type, id",
                        (row, i) -> new Copy(
                                "resources/" + row.getString(1) + "/" + row.getString(2) + "." + row.getLong(3)
                                        + ".json",
                                row.getBytes(4)),
                        childId)
                .stream();
        Stream<Copy> older = jdbc
                .query(
                        """
                        select type, id, version, content from resource_history
                         where child_id = ? and content is not null order by type, id, version
                        """,
                        (row, i) -> new Copy(
                                "history/" + row.getString(1) + "/" + row.getString(2) + "." + row.getLong(3) + ".json",
                                row.getBytes(4)),
                        childId)
                .stream();
        return Stream.of(
                        current,
                        older,
                        RowCopies.of(
                                jdbc, "child", "select row_to_json(c)::text from child c where child_id = ?", childId))
                .flatMap(copies -> copies);
    }
}
