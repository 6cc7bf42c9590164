package uk.gov.warwickshire.gateway.delivery;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import uk.gov.warwickshire.gateway.common.Destination;

/**
 * A delivery, for people to look at.
 *
 * @param reason headline of the last decision
 * @param lastError our words, or the OperationOutcome with which the destination refused: may hold personal data
 * @param resubmits the dead delivery that this one replaces
 * @param closedBy who resubmitted or discarded it
 */
public record Delivery(
        UUID id,
        String childId,
        Destination destination,
        DeliveryKind kind,
        DeliveryState state,
        String cause,
        Optional<String> reason,
        Optional<UUID> ledgerId,
        int attempts,
        Instant createdAt,
        Instant nextAttemptAt,
        Optional<Integer> lastStatus,
        Optional<String> lastError,
        Optional<UUID> resubmits,
        Optional<String> closedBy,
        Optional<String> closedBecause,
        Optional<Instant> finishedAt) {

    /** Keeps the child and the error out of logs. */
    @Override
    public String toString() {
        return "Delivery[" + id + ", " + destination + ", " + state + "]";
    }
}
