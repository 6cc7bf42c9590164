package uk.gov.warwickshire.gateway.intake.ssd;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import uk.gov.warwickshire.gateway.intake.Counters;

/**
 * A few threads over a short queue: whoever submits waits while all are busy. The first failure stops the rest and is
 * thrown to whoever submits next or waits for the end.
 */
final class Workers implements AutoCloseable {

    private static final int THREADS = 2;
    private static final int AHEAD = 4;

    /** Work that counts children. */
    @FunctionalInterface
    interface Work {
        Counters run();
    }

    private final ExecutorService executor = Executors.newFixedThreadPool(THREADS, task -> {
        Thread thread = new Thread(task, "intake-worker");
        thread.setDaemon(true);
        return thread;
    });
    private final Semaphore places = new Semaphore(AHEAD);
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private Counters total = Counters.NONE;

    void submit(Work work) {
        places.acquireUninterruptibly();
        rethrow();
        executor.execute(() -> {
            try {
                if (failure.get() == null) {
                    add(work.run());
                }
            } catch (RuntimeException e) {
                failure.compareAndSet(null, e);
            } catch (Error e) {
                failure.compareAndSet(null, new IllegalStateException("a worker died", e));
            } finally {
                places.release();
            }
        });
    }

    private synchronized void add(Counters counted) {
        total = total.plus(counted);
    }

    synchronized Counters soFar() {
        return total;
    }

    /** Waits until all work is done. */
    Counters finish() {
        places.acquireUninterruptibly(AHEAD);
        places.release(AHEAD);
        rethrow();
        return soFar();
    }

    private void rethrow() {
        RuntimeException failed = failure.get();
        if (failed != null) {
            places.release();
            throw failed;
        }
    }

    /** Ends the threads once what is under way is done; nothing queued begins. */
    @Override
    public void close() {
        failure.compareAndSet(null, new IllegalStateException("stopped"));
        executor.shutdown();
        try {
            boolean ended = executor.awaitTermination(1, TimeUnit.MINUTES);
            if (!ended) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
