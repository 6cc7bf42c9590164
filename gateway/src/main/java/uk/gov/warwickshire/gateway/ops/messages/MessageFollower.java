package uk.gov.warwickshire.gateway.ops.messages;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.ErasedPerson;
import uk.gov.warwickshire.gateway.common.SingleRunner;
import uk.gov.warwickshire.gateway.delivery.DeliveryReader;
import uk.gov.warwickshire.gateway.disclosure.DecisionSearch;
import uk.gov.warwickshire.gateway.intake.BatchSearch;
import uk.gov.warwickshire.gateway.ops.messages.MessageChangeLog.Change;
import uk.gov.warwickshire.gateway.ops.messages.MessageChangeLog.Position;
import uk.gov.warwickshire.gateway.store.fulltext.FullTextIndex;

/** Keeps the index of messages up with the store: a moment behind, from where it stood after a crash, from the beginning when new. */
@Component
public class MessageFollower {

    private static final Logger LOG = LoggerFactory.getLogger(MessageFollower.class);
    private static final int BATCH = 500;

    /** Each batch ends with a commit to the disk: when everything is new, few large ones. */
    private static final int BATCH_OF_FILLING = 4000;

    private final MessageIndex index;
    private final MessageDocuments documents;
    private final MessageChangeLog log;
    private final JdbcClient jdbc;
    private final SingleRunner runner;
    private final Clock clock;
    private volatile boolean unreachable;

    MessageFollower(
            MessageIndex index,
            DeliveryReader deliveries,
            DecisionSearch decisions,
            BatchSearch batches,
            JdbcClient jdbc,
            SingleRunner runner,
            Clock clock) {
        this.index = index;
        this.documents = new MessageDocuments(deliveries, decisions, batches);
        this.log = new MessageChangeLog(jdbc, clock);
        this.jdbc = jdbc;
        this.runner = runner;
        this.clock = clock;
    }

    /** Takes over everything that has changed. An index that several replicas share is written by one of them. */
    public void follow() {
        alone(this::catchUp);
    }

    /** Empties the index and fills it from the store; searches find less until it is done. */
    public void rebuild() {
        alone(this::fill);
    }

    /** Forgets changes that are no longer needed. */
    public void forget() {
        log.forget();
    }

    /** How far the index is behind, as the page says it. */
    public Freshness freshness() {
        if (unreachable) {
            return Freshness.AWAY;
        }
        try {
            return log.positionOf(index.id())
                    .map(log::lag)
                    .map(lag -> Freshness.of(lag.waiting(), lag.oldest(), clock.instant()))
                    .orElse(Freshness.FILLING);
        } catch (UncheckedIOException noDirectory) {
            return Freshness.AWAY;
        }
    }

    private void alone(Runnable work) {
        try {
            if (index.isEmbedded()) {
                work.run();
            } else {
                runner.run("messages-follow", work);
            }
            unreachable = false;
        } catch (FullTextIndex.UnavailableException e) {
            if (!unreachable) {
                LOG.warn("The index of messages cannot be reached; the console answers from the database alone");
            }
            unreachable = true;
        }
    }

    private synchronized void catchUp() {
        Optional<Position> known = log.positionOf(index.id());
        if (known.isEmpty()) {
            fill();
            return;
        }
        List<Change> changes = log.after(known.get(), BATCH);
        while (!changes.isEmpty()) {
            Set<UUID> deliveries = new LinkedHashSet<>();
            Set<UUID> batches = new LinkedHashSet<>();
            changes.forEach(change -> (change.what() == MessageKind.BATCH ? batches : deliveries).add(change.id()));
            if (!deliveries.isEmpty()) {
                List<MessageDocument> made = documents.ofDeliveries(deliveries);
                index.replace(deliveries, made);
                expungeIfErased(made);
            }
            if (!batches.isEmpty()) {
                index.replace(batches, documents.ofBatches(batches));
            }
            Position last = changes.get(changes.size() - 1).position();
            log.reached(index.id(), last);
            changes = log.after(last, BATCH);
        }
    }

    /** A document that is replaced stays in its file until segments are merged: of an erased child nothing may stay. */
    private void expungeIfErased(List<MessageDocument> made) {
        if (made.stream().anyMatch(document -> document.childId.startsWith(ErasedPerson.PREFIX))) {
            index.expunge();
        }
    }

    private synchronized void fill() {
        Position begin = log.end();
        Instant started = clock.instant();
        index.empty();
        long filled = 0;
        UUID last = new UUID(0, 0);
        for (List<UUID> page = page(last); !page.isEmpty(); page = page(last)) {
            index.add(documents.ofDeliveries(page));
            last = page.get(page.size() - 1);
            filled += page.size();
        }
        index.add(documents.ofBatches(
                jdbc.sql("select id from intake_batch").query(UUID.class).list()));
        log.reached(index.id(), begin);
        LOG.info(
                "Index of messages filled: {} deliveries in {} s",
                filled,
                clock.instant().getEpochSecond() - started.getEpochSecond());
    }

    private List<UUID> page(UUID after) {
        return jdbc.sql("select id from delivery where id > ? order by id limit ?")
                .params(after, BATCH_OF_FILLING)
                .query(UUID.class)
                .list();
    }
}
