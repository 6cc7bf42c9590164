package uk.gov.warwickshire.gateway.cpis.query;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import uk.gov.warwickshire.gateway.audit.AuditAgent;
import uk.gov.warwickshire.gateway.audit.AuditEntry;
import uk.gov.warwickshire.gateway.audit.AuditKind;
import uk.gov.warwickshire.gateway.audit.AuditOutcome;
import uk.gov.warwickshire.gateway.audit.AuditTrail;
import uk.gov.warwickshire.gateway.audit.AuditUnavailableException;
import uk.gov.warwickshire.gateway.common.security.Caller;

/**
 * Questions that arrive while earlier ones are being answered are answered together: one transaction, one commit. Nobody
 * waits for company, so a lone question is as quick as it would be by itself. A question that breaks its group is answered
 * by itself, so that it hides no other.
 */
@Component
class GatheredQueries implements FlagQueries, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(GatheredQueries.class);

    private static final int DESKS = 2;
    private static final int MOST_TOGETHER = 64;
    private static final int MOST_WAITING = 2000;
    /** A nurse gets to know quickly that there is no answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final FlagDesk desk;
    private final AuditTrail trail;
    private final BlockingQueue<Waiting> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private volatile List<Thread> threads = List.of();

    GatheredQueries(FlagDesk desk, AuditTrail trail) {
        this.desk = desk;
        this.trail = trail;
    }

    private record Waiting(Question question, CompletableFuture<Reply> reply) {}

    @Override
    public Reply answer(Question question) {
        Waiting mine = new Waiting(question, new CompletableFuture<>());
        if (!waiting.offer(mine)) {
            throw Fault.UNAVAILABLE.because("Too many questions are waiting.");
        }
        try {
            return mine.reply().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            mine.reply().cancel(false);
            throw Fault.UNAVAILABLE.because("The question could not be answered in time.");
        } catch (ExecutionException failed) {
            throw fault(Objects.requireNonNullElse(failed.getCause(), failed));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Fault.UNAVAILABLE.because("The service is stopping.");
        }
    }

    @Override
    public void refused(
            Caller caller, Endpoint.Service service, Optional<String> resourceType, String asked, Fault fault) {
        try {
            trail.record(AuditEntry.of(AuditKind.QUERY, "search-type", service.path(), AuditAgent.of(caller))
                    .resourceType(resourceType)
                    .query(Optional.of(asked))
                    .outcome(AuditOutcome.refused(fault.code()))
                    .requestId(caller.requestId())
                    .build());
        } catch (RuntimeException e) {
            throw fault(e);
        }
    }

    private static RuntimeException fault(Throwable cause) {
        LOG.error("A flag query could not be answered: {}", cause.getClass().getName());
        boolean store = cause instanceof DataAccessException || isUnavailable(cause);
        return store
                ? Fault.UNAVAILABLE.because("The records, or the record of this request, cannot be reached.")
                : Fault.INTERNAL.because("The question could not be processed.");
    }

    /** Whether asking again at once would only take longer to fail. */
    private static boolean isUnavailable(Throwable cause) {
        return cause instanceof TransactionException
                || cause instanceof TransientDataAccessException
                || cause instanceof RecoverableDataAccessException
                || cause instanceof NonTransientDataAccessResourceException
                || cause instanceof AuditUnavailableException;
    }

    @SuppressWarnings("InfiniteLoop") // until interrupted
    private void serve() {
        List<Waiting> group = new ArrayList<>(MOST_TOGETHER);
        try {
            while (true) {
                group.clear();
                group.add(waiting.take());
                waiting.drainTo(group, MOST_TOGETHER - 1);
                group.removeIf(one -> one.reply().isDone());
                answerTogether(List.copyOf(group));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void answerTogether(List<Waiting> group) {
        if (group.isEmpty()) {
            return;
        }
        try {
            List<Reply> replies =
                    desk.answer(group.stream().map(Waiting::question).toList());
            for (int i = 0; i < group.size(); i++) {
                group.get(i).reply().complete(replies.get(i));
            }
        } catch (RuntimeException | Error e) {
            if (group.size() > 1 && !isUnavailable(e)) {
                group.forEach(one -> answerTogether(List.of(one)));
            } else {
                group.forEach(one -> one.reply().completeExceptionally(e));
            }
        }
    }

    @Override
    public synchronized void start() {
        List<Thread> started = new ArrayList<>();
        for (int i = 1; i <= DESKS; i++) {
            Thread thread = new Thread(this::serve, "flag-desk-" + i);
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
