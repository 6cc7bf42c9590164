package uk.gov.warwickshire.gateway.intake;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What is written when a batch has been read to its end or has failed, in one transaction. */
@Component
class BatchEnd {

    private static final Logger LOG = LoggerFactory.getLogger(BatchEnd.class);

    private final TransactionTemplate transactions;
    private final Batches batches;
    private final Contents contents;
    private final Findings findings;
    private final MeterRegistry metrics;

    BatchEnd(
            TransactionTemplate transactions,
            Batches batches,
            Contents contents,
            Findings findings,
            MeterRegistry metrics) {
        this.transactions = transactions;
        this.batches = batches;
        this.contents = contents;
        this.findings = findings;
        this.metrics = metrics;
    }

    void completed(Batch batch, UUID reader, Counters counters) {
        transactions.executeWithoutResult(status -> {
            BatchState state =
                    findings.hasRejections(batch.id()) ? BatchState.COMPLETED_WITH_REJECTIONS : BatchState.COMPLETED;
            finish(batch, reader, state, counters, Optional.empty());
        });
        count(batch, "changed", counters.changed());
        count(batch, "unchanged", counters.unchanged());
        count(batch, "rejected", counters.rejected());
        LOG.info("Batch {} of format {} read: {}", batch.id(), batch.format().code(), counters);
    }

    /** @param reason a sentence for the council, without values of the file */
    void failed(Batch batch, UUID reader, String reason) {
        transactions.executeWithoutResult(
                status -> finish(batch, reader, BatchState.FAILED, Counters.NONE, Optional.of(reason)));
        LOG.warn("Batch {} of format {} failed: {}", batch.id(), batch.format().code(), reason);
    }

    private void finish(Batch batch, UUID reader, BatchState state, Counters counters, Optional<String> failure) {
        if (!batches.finish(batch.id(), reader, state, counters, failure)) {
            throw new OvertakenException();
        }
        contents.delete(batch.id());
    }

    private void count(Batch batch, String outcome, long children) {
        metrics.counter("gateway.intake.children", "format", batch.format().code(), "outcome", outcome)
                .increment((double) children);
    }
}
