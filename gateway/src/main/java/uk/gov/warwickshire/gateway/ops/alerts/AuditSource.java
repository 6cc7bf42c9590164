package uk.gov.warwickshire.gateway.ops.alerts;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.warwickshire.gateway.audit.AuditAgent;
import uk.gov.warwickshire.gateway.audit.AuditEntry;
import uk.gov.warwickshire.gateway.audit.AuditKind;
import uk.gov.warwickshire.gateway.audit.AuditTrail;
import uk.gov.warwickshire.gateway.audit.AuditUnavailableException;

/** Writes an entry as an access would and takes it back: nobody has to be refused to find out. */
@Component
class AuditSource implements AlertSource {

    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AuditSource(AuditTrail audit, TransactionTemplate transaction, Clock clock) {
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Set<AlertKind> kinds() {
        return Set.of(AlertKind.AUDIT_NOT_WRITABLE);
    }

    @Override
    public List<FiringAlert> look(List<AlertRule> rules) {
        return rules.isEmpty() || isWritable()
                ? List.of()
                : rules.stream().map(this::fires).toList();
    }

    private FiringAlert fires(AlertRule rule) {
        return rule.fires(
                "",
                "The audit cannot be written: partners and hospitals are refused",
                "No answer leaves without its record, so every read is refused with 503. See the database: its disk, its"
                        + " rights, and the partition of this month",
                "/console",
                1,
                clock.instant());
    }

    private boolean isWritable() {
        AuditEntry probe = AuditEntry.of(AuditKind.ALERT, "operation", "/console", AuditAgent.unknown(Optional.empty()))
                .build();
        try {
            transaction.executeWithoutResult(status -> {
                audit.record(probe);
                status.setRollbackOnly();
            });
            return true;
        } catch (AuditUnavailableException | TransactionException e) {
            return false;
        }
    }
}
