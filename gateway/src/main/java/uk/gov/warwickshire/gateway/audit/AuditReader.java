package uk.gov.warwickshire.gateway.audit;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Answers `who saw this child, when, why` and `what did this organisation look at`, for the council's own auditors. */
public interface AuditReader {

    Optional<AuditRecord> find(UUID id);

    /** Newest first, at most the query's limit. */
    List<AuditRecord> search(AuditQuery query);

    /** How many there are, up to a ceiling past which counting would cost too much. */
    long count(AuditQuery query);
}
