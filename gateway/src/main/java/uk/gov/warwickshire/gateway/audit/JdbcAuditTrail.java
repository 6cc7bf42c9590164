package uk.gov.warwickshire.gateway.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.warwickshire.gateway.common.Ids;

/** Not conditional on any setting or profile: whatever is configured, it is there. */
@Component
class JdbcAuditTrail implements AuditTrail {

    private final AuditTable table;
    private final TransactionTemplate transaction;
    private final Ids ids;
    private final Clock clock;

    JdbcAuditTrail(AuditTable table, TransactionTemplate transaction, Ids ids, Clock clock) {
        this.table = table;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public UUID nextId() {
        return ids.next();
    }

    @Override
    public List<UUID> recordAll(List<AuditEntry> entries) {
        Instant now = clock.instant();
        List<AuditRecord> records = new ArrayList<>(entries.size());
        for (AuditEntry entry : entries) {
            records.add(new AuditRecord(entry.id().orElseGet(ids::next), now, entry));
        }
        try {
            transaction.executeWithoutResult(status -> table.append(records));
        } catch (DataAccessException | TransactionException e) {
            throw new AuditUnavailableException(e);
        }
        return records.stream().map(AuditRecord::id).toList();
    }
}
