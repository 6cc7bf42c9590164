package uk.gov.warwickshire.gateway.intake;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** One attempt of one replica to read a batch. */
public final class Reading {

    private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(1);

    private final Batch batch;
    private final UUID reader;
    private final Path content;
    private final Batches batches;
    private final Clock clock;
    private volatile Instant lastReport = Instant.EPOCH;

    Reading(Batch batch, UUID reader, Path content, Batches batches, Clock clock) {
        this.batch = batch;
        this.reader = reader;
        this.content = content;
        this.batches = batches;
        this.clock = clock;
    }

    public UUID batchId() {
        return batch.id();
    }

    /** The file as delivered. */
    public Path content() {
        return content;
    }

    /** What the file is called in findings. */
    public String name() {
        return batch.name();
    }

    /** The batch as it was taken up. */
    public Batch batch() {
        return batch;
    }

    /**
     * To be called in each transaction that writes: until it commits nobody can take the batch over.
     *
     * @throws OvertakenException if somebody has
     */
    public void requireHeld() {
        if (!batches.isHeldBy(batch.id(), reader)) {
            throw new OvertakenException();
        }
    }

    /** Joins the caller's transaction: should the gateway die before the end is written, the counters are known. */
    public void applied(Counters counters) {
        batches.applied(batch.id(), reader, counters);
    }

    /** Shows progress, at most once a second. For one thread. */
    public void progress(Counters soFar) {
        Instant now = clock.instant();
        if (now.isAfter(lastReport.plus(BETWEEN_REPORTS))) {
            lastReport = now;
            batches.progress(batch.id(), reader, soFar);
        }
    }
}
