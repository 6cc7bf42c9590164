package uk.gov.warwickshire.gateway.audit;

import java.time.Instant;
import java.util.UUID;

/** An entry as it stands in the audit. */
public record AuditRecord(UUID id, Instant recordedAt, AuditEntry entry) {}
