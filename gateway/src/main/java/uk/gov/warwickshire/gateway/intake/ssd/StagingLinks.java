package uk.gov.warwickshire.gateway.intake.ssd;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.intake.child.TouchedChildren;
import uk.gov.warwickshire.mappings.source.ssd.SsdTable;

/** Finds the child of rows that name it only through other rows, and says of which none is found. */
@Component
class StagingLinks {

    /** Factors hang on an assessment, which may hang on a referral. */
    private static final int LONGEST_WAY = 3;

    private static final String REFERENCE = Arrays.stream(SsdTable.values())
            .filter(SsdTable::isReference)
            .map(table -> Integer.toString(table.ordinal()))
            .collect(Collectors.joining(", ", "(", ")"));

    private final JdbcTemplate jdbc;
    private final TouchedChildren touched;

    StagingLinks(JdbcTemplate jdbc, TouchedChildren touched) {
        this.jdbc = jdbc;
        this.touched = touched;
    }

    /** A key that rows of two children provide leads to neither. */
    void resolve(StagingTable table) {
        jdbc.execute(table.in("analyze STAGE"));
        int resolved = 1;
        for (int step = 0; step < LONGEST_WAY && resolved > 0 && hasOpen(table); step++) {
            resolved = jdbc.update(table.in("""
                    update STAGE s set child_id = p.child_id
                      from (select provides, min(child_id) as child_id
                              from STAGE
                             where provides is not null and child_id is not null
                             group by provides
                            having min(child_id) = max(child_id)) p
                     where s.child_id is null and s.owner = p.provides
                    """));
        }
        jdbc.execute(table.in("create index on STAGE (child_id) where tbl = " + SsdTable.PERSON.ordinal()));
        jdbc.execute(table.in("analyze STAGE"));
    }

    private boolean hasOpen(StagingTable table) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                table.in("select exists (select 1 from STAGE where child_id is null and tbl not in " + REFERENCE + ")"),
                Boolean.class));
    }

    /** Joins the caller's transaction. */
    void reportOrphans(StagingTable table, UUID batch, String file) {
        jdbc.update(
                table.in("""
                insert into intake_finding (batch_id, stage, file, source_table, row_no, severity, code, message)
                select ?, 'FILE', ?, (?::text[])[s.tbl + 1], s.line, 'ROW_REJECTED', 'ORPHAN_ROW',
                       'The row names no child, and what it hangs on is not in this extract or belongs to two'
                       || ' children; deliver it together with the row it refers to.'
                  from STAGE s
                 where s.child_id is null and s.tbl not in REFERENCE_TABLES
                 order by s.tbl, s.line
                """.replace("REFERENCE_TABLES", REFERENCE)),
                batch,
                file,
                Arrays.stream(SsdTable.values()).map(SsdTable::tableName).toArray(String[]::new));
    }

    /** Joins the caller's transaction: whoever uses a professional or team that has changed is noted with it. */
    void keepReferences(StagingTable table, UUID batch, String file) {
        List<String> changed =
                jdbc.queryForList(table.in("""
                insert into ssd_reference as r (key, file, row_no, content)
                select distinct on (owner) owner, ?, line, content
                  from STAGE where tbl in REFERENCE_TABLES
                 order by owner, line desc
                on conflict (key) do update
                   set file = excluded.file, row_no = excluded.row_no, content = excluded.content
                 where r.content <> excluded.content
                returning key
                """.replace("REFERENCE_TABLES", REFERENCE)), String.class, file);
        if (!changed.isEmpty()) {
            touched.noteUsersOf(batch, changed);
        }
    }

    /** Those noted who are in the extract themselves are derived with it, not twice. */
    void forgetDelivered(StagingTable table, UUID batch) {
        jdbc.update(table.in("""
                delete from child_touched t
                 where batch_id = ? and exists (select 1 from STAGE s where s.child_id = t.child_id)
                """), batch);
    }
}
