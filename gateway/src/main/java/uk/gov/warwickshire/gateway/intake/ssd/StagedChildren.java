package uk.gov.warwickshire.gateway.intake.ssd;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.warwickshire.gateway.intake.Counters;
import uk.gov.warwickshire.gateway.intake.Findings;
import uk.gov.warwickshire.gateway.intake.Reading;
import uk.gov.warwickshire.gateway.intake.child.ChildChunk;
import uk.gov.warwickshire.gateway.intake.child.ChildOutcome;
import uk.gov.warwickshire.gateway.intake.child.Delivered;
import uk.gov.warwickshire.gateway.intake.child.Incoming;
import uk.gov.warwickshire.gateway.intake.child.Timings;
import uk.gov.warwickshire.mappings.record.Rejection;
import uk.gov.warwickshire.mappings.source.ssd.SsdChildRows;

/** Derives the children of a staged extract, several chunks at a time. */
@Component
class StagedChildren {

    private final ChildStream stream;
    private final ChildChunk chunks;
    private final Findings findings;
    private final TransactionTemplate transactions;

    StagedChildren(ChildStream stream, ChildChunk chunks, Findings findings, TransactionTemplate transactions) {
        this.stream = stream;
        this.chunks = chunks;
        this.findings = findings;
        this.transactions = transactions;
    }

    /** @param rows rows of the extract, for the progress shown */
    Counters derive(Reading reading, StagingTable table, Delivered delivered, long rows, Timings timings) {
        try (Workers workers = new Workers()) {
            stream.forEachChunk(table, reading.name(), chunk -> {
                workers.submit(() -> derive(reading, chunk, delivered, timings));
                reading.progress(workers.soFar().plus(Counters.ofRows(rows)));
            });
            return workers.finish();
        }
    }

    private Counters derive(Reading reading, List<StagedChild> chunk, Delivered delivered, Timings timings) {
        List<StagedChild> tooLarge =
                chunk.stream().filter(StagedChild::hasTooManyRows).toList();
        if (!tooLarge.isEmpty()) {
            refuse(reading, tooLarge);
        }
        List<SsdChildRows> children = new ArrayList<>();
        chunk.stream().filter(child -> !child.hasTooManyRows()).forEach(child -> children.add(child.rows()));
        return ChildOutcome.count(chunks.write(reading, new Incoming.Rows(children, delivered), timings, outcomes -> {})
                        .values())
                .plus(Counters.ofChildren(0, 0, tooLarge.size()));
    }

    private void refuse(Reading reading, List<StagedChild> tooLarge) {
        List<Rejection> found = tooLarge.stream().map(StagedChild::tooManyRows).toList();
        transactions.executeWithoutResult(status -> {
            reading.requireHeld();
            findings.add(reading.batchId(), Findings.Stage.FILE, found);
        });
    }
}
