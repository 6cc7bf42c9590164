package uk.gov.warwickshire.gateway.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.Ids;
import uk.gov.warwickshire.gateway.common.SingleRunner;
import uk.gov.warwickshire.mappings.source.DamagedFileException;

/**
 * Reads open batches. A lane's lock is a session of the database's: when a replica dies, the next one takes its batch up
 * again from the content in the database.
 */
@Component
public class BatchRunner {

    private static final Logger LOG = LoggerFactory.getLogger(BatchRunner.class);
    private static final int MOST_ATTEMPTS = 3;
    private static final int MOST_FRAMES = 10;

    private final SingleRunner singleRunner;
    private final Batches batches;
    private final Contents contents;
    private final BatchEnd end;
    private final Ids ids;
    private final Clock clock;
    private final Map<Format, BatchReader> readers;

    BatchRunner(
            SingleRunner singleRunner,
            Batches batches,
            Contents contents,
            BatchEnd end,
            Ids ids,
            Clock clock,
            List<BatchReader> readers) {
        this.singleRunner = singleRunner;
        this.batches = batches;
        this.contents = contents;
        this.end = end;
        this.ids = ids;
        this.clock = clock;
        this.readers = readers.stream().collect(Collectors.toMap(BatchReader::format, Function.identity()));
    }

    /** Reads what is open in a lane, oldest first, unless another replica is at it. */
    public void run(Format.Lane lane) {
        singleRunner.run("intake " + lane, () -> {
            UUID reader = ids.next();
            for (Optional<Batch> next = batches.take(lane, reader);
                    next.isPresent();
                    next = batches.take(lane, reader)) {
                read(next.get(), reader);
            }
        });
    }

    private void read(Batch batch, UUID reader) {
        try {
            Path file = Files.createTempFile("intake-", "." + batch.format().extension());
            try {
                contents.copyTo(batch.id(), file);
                read(new Reading(batch, reader, file, batches, clock), batch, reader);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(Reading reading, Batch batch, UUID reader) {
        try {
            Counters counters = reader(batch.format()).read(reading);
            end.completed(batch, reader, counters);
        } catch (DamagedFileException e) {
            end.failed(batch, reader, String.valueOf(e.getMessage()));
        } catch (OvertakenException e) {
            throw e;
        } catch (RuntimeException e) {
            if (batch.attempts() < MOST_ATTEMPTS) {
                throw e;
            }
            // Its message may repeat values, so only kind and place are logged.
            LOG.error(
                    "Batch {} given up at attempt {}: {} at {}",
                    batch.id(),
                    batch.attempts(),
                    e.getClass().getName(),
                    Arrays.stream(e.getStackTrace()).limit(MOST_FRAMES).toList());
            end.failed(batch, reader, "An error of the gateway stopped the reading. Tell its operators the batch id.");
        }
    }

    private BatchReader reader(Format format) {
        return Optional.ofNullable(readers.get(format))
                .orElseThrow(() -> new IllegalStateException("no reader of " + format.code()));
    }
}
