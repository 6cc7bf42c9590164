package uk.gov.warwickshire.gateway.intake.child;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.intake.Counters;
import uk.gov.warwickshire.gateway.intake.Reading;
import uk.gov.warwickshire.mappings.source.ssd.SsdChildRows;

/**
 * Children whose record may have changed because something they use has: noted in the transaction of that change, then
 * derived again from the rows kept of them. Methods that note join the caller's transaction.
 */
@Component
public class TouchedChildren {

    private static final int CHUNK = 50;

    private final JdbcTemplate jdbc;
    private final ChildSources sources;
    private final ChildChunk chunk;

    TouchedChildren(JdbcTemplate jdbc, ChildSources sources, ChildChunk chunk) {
        this.jdbc = jdbc;
        this.sources = sources;
        this.chunk = chunk;
    }

    /** Those that use one of these professionals or teams, as {@link UseKey} names them. */
    public void noteUsersOf(UUID batch, List<String> keys) {
        jdbc.update("""
                insert into child_touched (batch_id, child_id)
                select ?, child_id from child_source where uses && ?::text[]
                on conflict do nothing
                """, batch, keys.toArray(String[]::new));
    }

    /** These persons themselves, and the children whose mother they are. */
    public void notePersons(UUID batch, List<String> personIds) {
        jdbc.update(
                """
                insert into child_touched (batch_id, child_id)
                select ?, child_id from child_source where child_id = any (?) or uses && ?::text[]
                on conflict do nothing
                """,
                batch,
                personIds.toArray(String[]::new),
                personIds.stream().map(UseKey::mother).toArray(String[]::new));
    }

    /** Children whose mother's rows this batch has changed, where their own rows may not have been delivered. */
    public void noteChildrenOfChangedMothers(UUID batch) {
        jdbc.update("""
                insert into child_touched (batch_id, child_id)
                select m.batch_id, c.child_id
                  from child_source c
                 cross join unnest(c.uses) as used(key)
                  join child_source m on m.child_id = substr(used.key, 3) and m.batch_id = ?
                 where used.key like 'M:%'
                on conflict do nothing
                """, batch);
    }

    /** Derives those noted for the batch that have not been yet; answers for all of them, those before a crash too. */
    public Counters derive(Reading reading, Timings timings) {
        UUID batch = reading.batchId();
        List<String> ids = next(batch);
        while (!ids.isEmpty()) {
            derive(reading, ids, timings);
            ids = next(batch);
        }
        return count(batch);
    }

    private void derive(Reading reading, List<String> ids, Timings timings) {
        List<SsdChildRows> rows = List.copyOf(sources.rows(ids).values());
        chunk.write(
                reading,
                new Incoming.Rows(rows, Delivered.NOTHING),
                timings,
                outcomes -> mark(reading.batchId(), ids, outcomes));
    }

    /** What earlier batches noted and have finished with. */
    public void forgetFinished(UUID current) {
        jdbc.update("delete from child_touched where batch_id <> ?", current);
    }

    private List<String> next(UUID batch) {
        return jdbc.queryForList("""
                select child_id from child_touched where batch_id = ? and outcome is null
                 order by child_id limit ?
                """, String.class, batch, CHUNK);
    }

    /** One whose rows have been erased meanwhile has no outcome of its own. */
    private void mark(UUID batch, List<String> ids, Map<String, ChildOutcome> outcomes) {
        jdbc.batchUpdate(
                "update child_touched set outcome = ? where batch_id = ? and child_id = ?", ids, CHUNK, (row, id) -> {
                    row.setString(
                            1, outcomes.getOrDefault(id, ChildOutcome.NONE).name());
                    row.setObject(2, batch);
                    row.setString(3, id);
                });
    }

    private Counters count(UUID batch) {
        List<ChildOutcome> outcomes =
                jdbc.queryForList("select outcome from child_touched where batch_id = ?", ChildOutcome.class, batch);
        return ChildOutcome.count(outcomes);
    }
}
