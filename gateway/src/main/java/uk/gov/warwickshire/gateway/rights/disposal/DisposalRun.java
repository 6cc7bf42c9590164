package uk.gov.warwickshire.gateway.rights.disposal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A disposal as it stands.
 *
 * @param state `ASKED`, `RUNNING`, `DONE` or `REFUSED`
 * @param notErased children it came to and that were blocked meanwhile
 */
public record DisposalRun(
        UUID id,
        String state,
        LocalDate asOf,
        String schedule,
        int children,
        String askedBy,
        Instant askedAt,
        Optional<String> decidedBy,
        Optional<String> because,
        Optional<Instant> finishedAt,
        long erased,
        long notErased) {

    /** A child of a run. */
    public record Item(
            int ordinal,
            String childId,
            String recordClass,
            LocalDate disposeFrom,
            String state,
            Optional<String> reason,
            Optional<UUID> erasure) {}

    public long waiting() {
        return children - erased - notErased;
    }
}
