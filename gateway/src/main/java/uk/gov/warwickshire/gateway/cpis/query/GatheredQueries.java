package uk.gov.warwickshire.gateway.cpis.query;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
class GatheredQueries implements FlagQueries {

    private static final Logger LOG = LoggerFactory.getLogger(GatheredQueries.class);

    private final Gathering<Question, Reply> desks;
    private final AuditTrail trail;

    GatheredQueries(Gathering<Question, Reply> desks, AuditTrail trail) {
        this.desks = desks;
        this.trail = trail;
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
        boolean store = cause instanceof DataAccessException
                || cause instanceof AuditUnavailableException
                || StoreFaults.isUnavailable(cause);
        return store
                ? Fault.UNAVAILABLE.because("The records, or the record of this request, cannot be reached.")
                : Fault.INTERNAL.because("The question could not be processed.");
    }
}
