package uk.gov.warwickshire.gateway.cpis.query;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.audit.AuditAgent;
import uk.gov.warwickshire.gateway.audit.AuditEntry;
import uk.gov.warwickshire.gateway.audit.AuditKind;
import uk.gov.warwickshire.gateway.audit.AuditOutcome;
import uk.gov.warwickshire.gateway.audit.AuditTrail;
import uk.gov.warwickshire.gateway.audit.AuditUnavailableException;
import uk.gov.warwickshire.gateway.common.Gathering;
import uk.gov.warwickshire.gateway.common.StoreFaults;
import uk.gov.warwickshire.gateway.common.security.Caller;

/** Flag queries that arrive while earlier ones are being answered are answered together. */
@Component
class GatheredQueries implements FlagQueries, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(GatheredQueries.class);

    /** A nurse gets to know quickly that there is no answer. */
    private static final Gathering.Limits LIMITS = new Gathering.Limits(2, 64, 2000, Duration.ofSeconds(4));

    private final AuditTrail trail;
    private final Gathering<Question, Reply> desks;

    GatheredQueries(FlagDesk desk, AuditTrail trail) {
        this.trail = trail;
        this.desks = new Gathering<>("flag-desk", LIMITS, desk::answer, GatheredQueries::isUnavailable);
    }

    @Override
    public Reply answer(Question question) {
        try {
            return desks.ask(question);
        } catch (RejectedExecutionException full) {
            throw Fault.UNAVAILABLE.because("Too many questions are waiting.");
        } catch (TimeoutException late) {
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

    private static boolean isUnavailable(Throwable cause) {
        return cause instanceof AuditUnavailableException || StoreFaults.isUnavailable(cause);
    }

    @Override
    public void start() {
        desks.start();
    }

    @Override
    public void stop() {
        desks.stop();
    }

    @Override
    public boolean isRunning() {
        return desks.isRunning();
    }

    /** Stops after the web server, so that what has been let in is answered. */
    @Override
    public int getPhase() {
        return 0;
    }
}
