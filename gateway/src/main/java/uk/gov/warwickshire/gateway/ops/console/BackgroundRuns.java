package uk.gov.warwickshire.gateway.ops.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.Ids;
import uk.gov.warwickshire.mappings.source.DamagedFileException;
import uk.gov.warwickshire.mappings.source.ReadProgress;

/**
 * Readings that take longer than a page should: one at a time, seen by the person who began it alone, forgotten after half
 * an hour or with the process. Nothing that matters lives here.
 */
@Component
public final class BackgroundRuns implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundRuns.class);
    private static final Duration KEPT = Duration.ofMinutes(30);

    /** What is to be done; told how far it has come. */
    @FunctionalInterface
    public interface Work {
        Object run(ReadProgress progress) throws DamagedFileException;
    }

    /**
     * How far a run is.
     *
     * @param failure in words for the person, without personal data
     */
    public record Run(
            UUID id, String owner, String title, long rows, Optional<Object> result, Optional<String> failure) {
        public boolean isDone() {
            return result.isPresent() || failure.isPresent();
        }
    }

    private static final class Entry {
        private final String owner;
        private final String title;
        private final Instant begun;
        private final AtomicLong rows = new AtomicLong();
        private volatile Optional<Object> result = Optional.empty();
        private volatile Optional<String> failure = Optional.empty();

        Entry(String owner, String title, Instant begun) {
            this.owner = owner;
            this.title = title;
            this.begun = begun;
        }
    }

    private final Map<UUID, Entry> entries = new ConcurrentHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "console-run");
        thread.setDaemon(true);
        return thread;
    });
    private final Ids ids;
    private final Clock clock;

    BackgroundRuns(Ids ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /** @param afterwards is done however it ends, to take files away */
    public UUID start(String owner, String title, Work work, Runnable afterwards) {
        Instant now = clock.instant();
        entries.values().removeIf(entry -> entry.begun.isBefore(now.minus(KEPT)));
        UUID id = ids.next();
        Entry entry = new Entry(owner, title, now);
        entries.put(id, entry);
        worker.execute(() -> run(entry, work, afterwards));
        return id;
    }

    public Optional<Run> find(String owner, UUID id) {
        return Optional.ofNullable(entries.get(id))
                .filter(entry -> entry.owner.equals(owner))
                .map(entry -> new Run(id, owner, entry.title, entry.rows.get(), entry.result, entry.failure));
    }

    private static void run(Entry entry, Work work, Runnable afterwards) {
        try {
            entry.result = Optional.of(work.run(new Counting(entry.rows)));
        } catch (DamagedFileException e) {
            entry.failure = Optional.of(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("A reading for the console failed: {}", e.getClass().getName());
            entry.failure = Optional.of("It failed for a reason that the log names.");
        } finally {
            afterwards.run();
        }
    }

    /** Tables tell their own rows, one after another. */
    private static final class Counting implements ReadProgress {
        private final AtomicLong rows;
        private String table = "";
        private long before;
        private long inTable;

        Counting(AtomicLong rows) {
            this.rows = rows;
        }

        @Override
        public void read(String name, long read) {
            if (!name.equals(table)) {
                before += inTable;
                table = name;
            }
            inTable = read;
            rows.set(before + inTable);
        }
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }
}
