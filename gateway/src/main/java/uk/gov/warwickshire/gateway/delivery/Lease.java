package uk.gov.warwickshire.gateway.delivery;

import java.util.List;
import java.util.UUID;
import uk.gov.warwickshire.gateway.common.Destination;

/**
 * A delivery in the hands of one worker for a limited time.
 *
 * @param attempts begun so far
 * @param inFlight what an attempt that was cut off may have put; empty otherwise
 */
record Lease(
        String childId,
        Destination destination,
        long seq,
        UUID id,
        DeliveryKind kind,
        DeliveryState state,
        int attempts,
        List<CopyEntry> inFlight) {
    Lease {
        inFlight = List.copyOf(inFlight);
    }

    Lease withState(DeliveryState now) {
        return new Lease(childId, destination, seq, id, kind, now, attempts, inFlight);
    }

    Lease withAttempts(int begun) {
        return new Lease(childId, destination, seq, id, kind, state, begun, inFlight);
    }
}
