package uk.gov.warwickshire.gateway.common;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.context.SmartLifecycle;

/**
 * Questions that arrive while earlier ones are being answered are answered together: one transaction, one commit. Nobody
 * waits for company, so a lone question is as quick as it would be by itself. A question that breaks its group is answered
 * by itself, so that it hides no other.
 *
 * <p>As a bean it starts and stops with the application.
 *
 * @param <Q> what is asked
 * @param <R> what is answered
 */
public final class Gathering<Q, R> implements SmartLifecycle {

    /**
     * @param desks how many groups are answered at a time
     * @param together questions in a group, at most
     * @param waiting questions that may wait; more are turned away
     * @param patience how long one waits for its answer
     */
    public record Limits(int desks, int together, int waiting, Duration patience) {}

    private final String name;
    private final Limits limits;
    private final Function<List<Q>, List<R>> work;
    private final Predicate<Throwable> hopeless;
    private final BlockingQueue<Waiting<Q, R>> waiting;
    private volatile List<Thread> threads = List.of();

    private record Waiting<Q, R>(Q question, CompletableFuture<R> answer) {}

    /**
     * @param name of the threads
     * @param work answers a group, in its order, or fails and has done nothing
     * @param hopeless faults after which asking one by one would only take longer to fail
     */
    public Gathering(String name, Limits limits, Function<List<Q>, List<R>> work, Predicate<Throwable> hopeless) {
        this.name = name;
        this.limits = limits;
        this.work = work;
        this.hopeless = hopeless;
        this.waiting = new ArrayBlockingQueue<>(limits.waiting());
    }

    /**
     * Waits for the answer. Whoever does not get one may have been answered all the same, too late.
     *
     * @throws RejectedExecutionException if too many wait
     * @throws TimeoutException if it takes too long
     * @throws ExecutionException with the fault of the work
     */
    public R ask(Q question) throws TimeoutException, ExecutionException, InterruptedException {
        Waiting<Q, R> mine = new Waiting<>(question, new CompletableFuture<>());
        if (!waiting.offer(mine)) {
            throw new RejectedExecutionException("too many questions are waiting");
        }
        try {
            return mine.answer().get(limits.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            mine.answer().cancel(false);
            throw late;
        }
    }

    /** How many no desk has taken yet. */
    int waiting() {
        return waiting.size();
    }

    @SuppressWarnings("InfiniteLoop") // until interrupted
    private void serve() {
        List<Waiting<Q, R>> group = new ArrayList<>(limits.together());
        try {
            while (true) {
                group.clear();
                group.add(waiting.take());
                waiting.drainTo(group, limits.together() - 1);
                group.removeIf(one -> one.answer().isDone());
                answerTogether(List.copyOf(group));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void answerTogether(List<Waiting<Q, R>> group) {
        if (group.isEmpty()) {
            return;
        }
        try {
            List<R> answers = work.apply(group.stream().map(Waiting::question).toList());
            for (int i = 0; i < group.size(); i++) {
                group.get(i).answer().complete(answers.get(i));
            }
        } catch (RuntimeException | Error e) {
            if (group.size() > 1 && !hopeless.test(e)) {
                group.forEach(one -> answerTogether(List.of(one)));
            } else {
                group.forEach(one -> one.answer().completeExceptionally(e));
            }
        }
    }

    @Override
    public synchronized void start() {
        List<Thread> started = new ArrayList<>();
        for (int i = 1; i <= limits.desks(); i++) {
            Thread thread = new Thread(this::serve, name + "-" + i);
            thread.setDaemon(true);
            thread.start();
            started.add(thread);
        }
        threads = List.copyOf(started);
    }

    @Override
    public synchronized void stop() {
        threads.forEach(Thread::interrupt);
        threads = List.of();
    }

    @Override
    public boolean isRunning() {
        return !threads.isEmpty();
    }

    /** Stops after the web server, so that what has been let in is answered. */
    @Override
    public int getPhase() {
        return 0;
    }
}
