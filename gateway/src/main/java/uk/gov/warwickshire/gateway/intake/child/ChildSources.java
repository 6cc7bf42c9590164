package uk.gov.warwickshire.gateway.intake.child;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import uk.gov.warwickshire.mappings.source.ssd.SsdChildRows;

/** The rows that records were last derived from. */
@Repository
class ChildSources {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    ChildSources(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Map<String, ChildSource.Mark> marks(Collection<String> childIds) {
        Map<String, ChildSource.Mark> marks = new HashMap<>();
        jdbc.query(
                """
                select child_id, content_hash, batch_id, has_record, has_findings
                  from child_source where child_id = any (?)
                """,
                row -> {
                    marks.put(
                            row.getString(1),
                            new ChildSource.Mark(
                                    row.getBytes(2),
                                    row.getObject(3, UUID.class),
                                    row.getBoolean(4),
                                    row.getBoolean(5)));
                },
                (Object) childIds.toArray(String[]::new));
        return marks;
    }

    Map<String, SsdChildRows> rows(Collection<String> childIds) {
        Map<String, SsdChildRows> rows = new HashMap<>();
        if (!childIds.isEmpty()) {
            jdbc.query(
                    "select child_id, rows from child_source where child_id = any (?)",
                    row -> {
                        rows.put(row.getString(1), SsdChildRows.fromJson(row.getString(2)));
                    },
                    (Object) childIds.toArray(String[]::new));
        }
        return rows;
    }

    /** Joins the caller's transaction. */
    void save(UUID batch, List<ChildSource> sources) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.batchUpdate("""
                insert into child_source as s
                    (child_id, has_record, rows, content_hash, uses, has_findings, batch_id, updated_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (child_id) do update
                   set has_record = s.has_record or excluded.has_record, rows = excluded.rows,
                       content_hash = excluded.content_hash, uses = excluded.uses,
                       has_findings = excluded.has_findings, batch_id = excluded.batch_id,
                       updated_at = excluded.updated_at
                """, sources, sources.size(), (row, source) -> {
            row.setString(1, source.childId());
            row.setBoolean(2, source.hasRecord());
            row.setString(3, source.rows());
            row.setBytes(4, source.hash());
            row.setArray(
                    5, row.getConnection().createArrayOf("text", source.uses().toArray()));
            row.setBoolean(6, source.hasFindings());
            row.setObject(7, batch);
            row.setTimestamp(8, now);
        });
    }
}
