package uk.gov.warwickshire.gateway.store.fulltext;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import uk.gov.warwickshire.gateway.common.SingleRunner;
import uk.gov.warwickshire.gateway.store.ResourceReader;
import uk.gov.warwickshire.gateway.store.fulltext.RecordChangeLog.Change;
import uk.gov.warwickshire.gateway.store.fulltext.RecordChangeLog.Position;

/**
 * Keeps the index up with the store: a moment behind while records change, from where it stood after a crash, and from the
 * beginning when it is new.
 */
@Component
public class FullTextFollower {

    private static final Logger LOG = LoggerFactory.getLogger(FullTextFollower.class);
    private static final int BATCH = 500;

    private final FullTextIndex index;
    private final IndexWriter writer;
    private final RecordChangeLog log;
    private final JdbcClient jdbc;
    private final SingleRunner runner;

    FullTextFollower(
            FullTextIndex index,
            ResourceReader store,
            JdbcClient jdbc,
            SingleRunner runner,
            JsonMapper json,
            Clock clock) {
        this.index = index;
        this.writer = new IndexWriter(index, store, json);
        this.log = new RecordChangeLog(jdbc, clock);
        this.jdbc = jdbc;
        this.runner = runner;
    }

    /** Takes over everything that has changed. An index that several replicas share is written by one of them. */
    public void follow() {
        if (index.isEmbedded()) {
            catchUp();
        } else {
            runner.run("fulltext-follow", this::catchUp);
        }
    }

    /** Empties the index and fills it from the store; searches find less until it is done. */
    public void rebuild() {
        if (index.isEmbedded()) {
            fill();
        } else {
            runner.run("fulltext-follow", this::fill);
        }
    }

    /** Forgets changes that are no longer needed. */
    public void forget() {
        log.forget();
    }

    /** How far the index differs from the store by count of Patients; 0 when it is up with it. */
    public long drift() {
        long indexed = index.inSession(session ->
                session.search(PersonDocument.class).where(f -> f.matchAll()).fetchTotalHitCount());
        return jdbc.sql("select count(*) from resource where type = 'Patient'")
                        .query(Long.class)
                        .single()
                - indexed;
    }

    private synchronized void catchUp() {
        Optional<Position> known = log.positionOf(index.id());
        if (known.isEmpty()) {
            fill();
            return;
        }
        Position position = known.get();
        List<Change> changes = log.after(position, BATCH);
        while (!changes.isEmpty()) {
            Set<String> children = new LinkedHashSet<>();
            changes.forEach(change -> children.add(change.childId()));
            writer.write(children);
            expungeIfErased(children);
            log.reached(index.id(), changes.get(changes.size() - 1).position());
            changes = log.after(changes.get(changes.size() - 1).position(), BATCH);
        }
    }

    /** A document that is deleted stays in its file until segments are merged: of an erased child nothing may stay. */
    private void expungeIfErased(Set<String> children) {
        long held = jdbc.sql("select count(*) from child where child_id = any(?)")
                .param(children.toArray(String[]::new))
                .query(Long.class)
                .single();
        if (held < children.size()) {
            index.inSession(session -> {
                session.workspace().mergeSegments();
                session.workspace().flush();
                // A search opens the new files and lets go of the old ones, which are deleted only then.
                session.search(ResourceDocument.class).where(f -> f.matchAll()).fetchTotalHitCount();
                return session.search(PersonDocument.class)
                        .where(f -> f.matchAll())
                        .fetchTotalHitCount();
            });
        }
    }

    private synchronized void fill() {
        Position begin = log.end();
        index.inSession(FullTextFollower::empty);
        String last = "";
        long children = 0;
        for (List<String> page = page(last); !page.isEmpty(); page = page(last)) {
            writer.write(page);
            last = page.get(page.size() - 1);
            children += page.size();
        }
        log.reached(index.id(), begin);
        LOG.info("Full-text index filled from the store: {} children", children);
    }

    private static boolean empty(SearchSession session) {
        session.schemaManager().dropAndCreate();
        return true;
    }

    private List<String> page(String after) {
        return jdbc.sql("select child_id from child where child_id > ? order by child_id limit ?")
                .params(after, BATCH)
                .query(String.class)
                .list();
    }
}
