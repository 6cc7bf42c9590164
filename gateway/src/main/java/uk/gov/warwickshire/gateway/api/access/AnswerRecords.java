package uk.gov.warwickshire.gateway.api.access;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.warwickshire.gateway.audit.AuditEntry;
import uk.gov.warwickshire.gateway.audit.AuditTrail;
import uk.gov.warwickshire.gateway.audit.AuditUnavailableException;
import uk.gov.warwickshire.gateway.common.Gathering;
import uk.gov.warwickshire.gateway.common.security.Refusal;
import uk.gov.warwickshire.gateway.common.security.RefusedException;

/** What an answer shows is decided and recorded before it is given; whatever goes wrong, nothing may be shown (503). */
@Component
class AnswerRecords {

    private final Gathering<Asking, Recorded> desks;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    /**
     * What would be shown of each child, and of the directory beside.
     *
     * @param children by the council's id
     */
    record Asking(Question question, Admission admission, Map<String, List<Asked>> children, List<Asked> directory) {}

    /** @param children those that are known, each with its decision */
    record Recorded(List<ChildAnswer> children, List<UUID> auditIds) {}

    AnswerRecords(Gathering<Asking, Recorded> desks, AuditTrail audit, TransactionTemplate transaction) {
        this.desks = desks;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** What it returns is committed. */
    Recorded of(Asking asking) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("an answer is recorded in a transaction of its own");
        }
        try {
            return desks.ask(asking);
        } catch (RejectedExecutionException | TimeoutException notNow) {
            throw new RefusedException(Refusal.AUDIT_UNAVAILABLE);
        } catch (ExecutionException failed) {
            return recording(() -> {
                throw unchecked(Objects.requireNonNullElse(failed.getCause(), failed));
            });
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new RefusedException(Refusal.AUDIT_UNAVAILABLE);
        }
    }

    /** By itself: nobody is shown anything. */
    void refused(AuditEntry entry) {
        recording(() -> transaction.execute(status -> audit.record(entry)));
    }

    private static <T> T recording(Supplier<T> work) {
        try {
            return work.get();
        } catch (DataAccessException | TransactionException | AuditUnavailableException cannotRecord) {
            throw new RefusedException(Refusal.AUDIT_UNAVAILABLE);
        }
    }

    private static RuntimeException unchecked(Throwable cause) {
        return cause instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(cause);
    }
}
