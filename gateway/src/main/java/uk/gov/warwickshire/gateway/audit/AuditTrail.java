package uk.gov.warwickshire.gateway.audit;

import java.util.List;
import java.util.UUID;

/**
 * Writes the audit. It joins the caller's transaction, so that an answer and its audit stand or fall together; without a
 * transaction it makes one of its own. No setting switches it off.
 */
public interface AuditTrail {

    /** An id for an entry that something else must name before it is written. */
    UUID nextId();

    /**
     * One statement for all entries. The ids stand in the order of the entries.
     *
     * @throws AuditUnavailableException if it cannot be written: then the request may not be answered (503)
     */
    List<UUID> recordAll(List<AuditEntry> entries);

    /** Records one. */
    default UUID record(AuditEntry entry) {
        return recordAll(List.of(entry)).get(0);
    }
}
