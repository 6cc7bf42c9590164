package uk.gov.warwickshire.gateway.intake.child;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import uk.gov.warwickshire.mappings.source.cin.CensusEntry;

/** The census entries that records were last derived from. */
@Repository
class CensusEntries {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    CensusEntries(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Map<String, KeptCensus> kept(Collection<String> childIds) {
        Map<String, KeptCensus> kept = new HashMap<>();
        jdbc.query(
                """
                select child_id, reference_date, content, content_hash from child_census where child_id = any (?)
                """,
                row -> {
                    kept.put(
                            row.getString(1),
                            new KeptCensus(row.getDate(2).toLocalDate(), row.getString(3), row.getString(4)));
                },
                (Object) childIds.toArray(String[]::new));
        return kept;
    }

    /** Joins the caller's transaction. */
    void save(UUID batch, List<CensusEntry> entries) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.batchUpdate("""
                insert into child_census as c
                    (child_id, reference_date, content, content_hash, batch_id, updated_at)
                values (?, ?, ?, ?, ?, ?)
                on conflict (child_id) do update
                   set reference_date = excluded.reference_date, content = excluded.content,
                       content_hash = excluded.content_hash, batch_id = excluded.batch_id,
                       updated_at = excluded.updated_at
                 where c.reference_date <= excluded.reference_date
                """, entries, entries.size(), (row, entry) -> {
            row.setString(1, entry.childId());
            row.setDate(2, Date.valueOf(entry.referenceDate()));
            row.setString(3, entry.toJson());
            row.setString(4, entry.contentHash());
            row.setObject(5, batch);
            row.setTimestamp(6, now);
        });
    }
}
