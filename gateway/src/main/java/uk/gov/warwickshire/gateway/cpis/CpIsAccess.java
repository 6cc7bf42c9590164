package uk.gov.warwickshire.gateway.cpis;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Someone in unscheduled care has seen a record: a task for the child's team. What CP-IS says of the viewer is free text.
 *
 * @param empty CP-IS named no access: nobody can learn who has seen whom
 * @param personId empty if the number belongs to nobody here, or none was given
 * @param seenAt as CP-IS gave it (`yyyyMMddHHmmss`, a zone may follow)
 * @param teamName team of the child when the notification came
 */
public record CpIsAccess(
        UUID id,
        boolean empty,
        Optional<String> personId,
        Optional<Long> uploadFile,
        long totalReturned,
        Optional<String> seenAt,
        Optional<String> viewer,
        Optional<String> viewerRole,
        Optional<String> organisation,
        Optional<String> teamId,
        Optional<String> teamName,
        Instant receivedAt,
        Optional<String> doneBy,
        Optional<String> doneNote,
        Optional<Instant> doneAt) {

    /** Masked: who looked at whom never reaches a log by accident. */
    @Override
    public String toString() {
        return "CpIsAccess[" + id + "]";
    }
}
