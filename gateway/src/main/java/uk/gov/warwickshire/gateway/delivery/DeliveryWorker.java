package uk.gov.warwickshire.gateway.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.gov.warwickshire.gateway.common.Destination;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/**
 * Serves one destination: takes deliveries in hand, has them decided, sends them with no transaction open, and writes
 * what came of it. Any number of workers, in any number of processes, may serve the same destination; a worker that dies
 * loses nothing but time.
 */
final class DeliveryWorker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryWorker.class);

    private final Destination destination;
    private final Sender sender;
    private final LeaseTable leases;
    private final DecisionStep decisions;
    private final FinishStep finish;
    private final Duration lease;
    private final Pace pace;
    private final UUID owner;
    private final Clock clock;
    private final ExecutorService connections;

    DeliveryWorker(
            Destination destination,
            Sender sender,
            JdbcTemplate jdbc,
            DecisionStep decisions,
            FinishStep finish,
            GatewaySettings.Delivery settings,
            UUID owner,
            Clock clock) {
        this.destination = destination;
        this.sender = sender;
        this.leases = new LeaseTable(jdbc);
        this.decisions = decisions;
        this.finish = finish;
        this.lease = settings.lease();
        this.owner = owner;
        this.clock = clock;
        int parallel = sender.connections(destination);
        this.pace = new Pace(parallel, settings.batchSize(), RetryPolicy.of(settings), clock);
        this.connections = Executors.newFixedThreadPool(parallel, work -> {
            Thread thread = new Thread(work, "send-" + destination);
            thread.setDaemon(true);
            return thread;
        });
    }

    Destination destination() {
        return destination;
    }

    /** Works until nothing is due or the destination asks for a pause. */
    void drain() {
        while (runOnce() > 0 && !Thread.currentThread().isInterrupted()) {
            // Until a turn finds nothing.
        }
    }

    /** One batch. Returns how many deliveries were taken in hand. */
    int runOnce() {
        if (!pace.pause().isZero()) {
            return 0;
        }
        Instant now = clock.instant();
        List<Lease> taken = leases.take(destination, owner, now, now.plus(lease), pace.batch());
        if (taken.isEmpty()) {
            return 0;
        }
        List<Dispatch> dispatches = decisions.decide(destination, taken, owner);
        if (!dispatches.isEmpty()) {
            finish.finish(destination, send(dispatches), owner);
        }
        if (pace.pause().isZero()) {
            pace.quicken();
        }
        return taken.size();
    }

    private List<Attempted> send(List<Dispatch> dispatches) {
        List<Lease> held = dispatches.stream().map(Dispatch::lease).toList();
        List<Future<Attempted>> sending = dispatches.stream()
                .map(dispatch -> connections.submit(() -> new Attempted(dispatch, send(dispatch))))
                .toList();
        return sending.stream().map(future -> await(future, held)).toList();
    }

    private SendResult send(Dispatch dispatch) {
        Duration pause = pace.pause();
        if (!pause.isZero()) {
            return new SendResult.NotSent(pause);
        }
        SendResult result = trySending(dispatch);
        if (result instanceof SendResult.RetryLater later && later.wholeDestination()) {
            pace.slow(later);
        } else if (result instanceof SendResult.Acknowledged) {
            pace.succeeded();
        }
        return result;
    }

    private SendResult trySending(Dispatch dispatch) {
        try {
            return sender.send(dispatch.message());
        } catch (RuntimeException broken) {
            // A fault of ours; its kind may be told, its message might quote content.
            String kind = broken.getClass().getSimpleName();
            LOG.error(
                    "The sender to {} failed on delivery {}: {}",
                    destination,
                    dispatch.lease().id(),
                    kind);
            return new SendResult.RetryLater(Optional.empty(), Optional.empty(), "the sender failed: " + kind, false);
        }
    }

    /** A slow destination may take longer than the lease: it is renewed while the sending goes on. */
    private Attempted await(Future<Attempted> sending, List<Lease> held) {
        while (true) {
            try {
                return sending.get(lease.toMillis() / 3, TimeUnit.MILLISECONDS);
            } catch (TimeoutException slow) {
                leases.renew(held, owner, clock.instant().plus(lease));
            } catch (ExecutionException impossible) {
                throw new IllegalStateException(impossible);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped while sending; the lease will run out");
            }
        }
    }

    @Override
    public void close() {
        connections.shutdown();
    }
}
