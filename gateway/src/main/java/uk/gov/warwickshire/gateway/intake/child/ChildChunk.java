package uk.gov.warwickshire.gateway.intake.child;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.warwickshire.gateway.common.RecordListener;
import uk.gov.warwickshire.gateway.delivery.Outbox;
import uk.gov.warwickshire.gateway.intake.ErasureCheck;
import uk.gov.warwickshire.gateway.intake.Findings;
import uk.gov.warwickshire.gateway.intake.Reading;
import uk.gov.warwickshire.gateway.store.RecordStore;
import uk.gov.warwickshire.gateway.store.SavedChild;

/** Derives a chunk of children and writes what came of them in one transaction. Safe for many threads. */
@Component
public class ChildChunk {

    private static final int MOST_TRIES = 4;

    private final ChildDeriver deriver;
    private final ChildSources sources;
    private final CensusEntries entries;
    private final RecordStore store;
    private final Outbox outbox;
    private final Findings findings;
    private final ErasureCheck erasure;
    private final List<RecordListener> listeners;
    private final TransactionTemplate transactions;

    ChildChunk(
            ChildDeriver deriver,
            ChildSources sources,
            CensusEntries entries,
            RecordStore store,
            Outbox outbox,
            Findings findings,
            ErasureCheck erasure,
            ObjectProvider<RecordListener> listeners,
            TransactionTemplate transactions) {
        this.deriver = deriver;
        this.sources = sources;
        this.entries = entries;
        this.store = store;
        this.outbox = outbox;
        this.findings = findings;
        this.erasure = erasure;
        this.listeners = listeners.stream().toList();
        this.transactions = transactions;
    }

    /**
     * @param inTransaction called with the outcomes before the transaction commits
     */
    public Map<String, ChildOutcome> write(
            Reading reading, Incoming incoming, Timings timings, Consumer<Map<String, ChildOutcome>> inTransaction) {
        Derivation derivation = deriver.derive(reading.batchId(), incoming, timings);
        for (int tries = 1; true; tries++) {
            Derivation current = derivation;
            try {
                transactions.executeWithoutResult(status -> {
                    requireErasedAsBefore(incoming, current);
                    write(reading, current, timings);
                    inTransaction.accept(current.outcomes);
                });
                return Map.copyOf(current.outcomes);
            } catch (ErasedMeanwhileException e) {
                derivation = deriver.derive(reading.batchId(), incoming, timings);
            } catch (ConcurrencyFailureException e) {
                // Another writer of shared resources won; the transaction wrote nothing.
                if (tries == MOST_TRIES) {
                    throw e;
                }
            }
        }
    }

    /** Asked again where no erasure can come between: what was worked out before one would bring the person back. */
    private void requireErasedAsBefore(Incoming incoming, Derivation derivation) {
        if (!erasure.children(incoming.childIds()).equals(derivation.erased)) {
            throw new ErasedMeanwhileException();
        }
    }

    private static final class ErasedMeanwhileException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private void write(Reading reading, Derivation derivation, Timings timings) {
        UUID batch = reading.batchId();
        reading.requireHeld();
        timings.time(Phase.STORE, () -> {
            if (!derivation.records.isEmpty()) {
                // Also a child of whose own resources none differs: a team's new phone is in a shared one.
                List<String> saved = store.save(derivation.records).stream()
                        .map(SavedChild::childId)
                        .toList();
                outbox.enqueue(saved, "batch " + batch);
            }
            if (!derivation.derived.isEmpty()) {
                listeners.forEach(listener -> listener.recordsChanged(derivation.derived));
            }
        });
        timings.time(Phase.KEEP, () -> {
            if (!derivation.sources.isEmpty()) {
                sources.save(batch, derivation.sources);
            }
            if (!derivation.census.isEmpty()) {
                entries.save(batch, derivation.census);
            }
            erasure.returned(derivation.returned);
            if (reading.batch().attempts() > 1) {
                findings.forgetChildren(batch, derivation.childIds());
                findings.forgetRows(batch, ErasureCheck.CODE, derivation.findings);
            }
            findings.add(batch, Findings.Stage.CHILD, derivation.findings);
        });
    }
}
