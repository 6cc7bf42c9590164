package uk.gov.warwickshire.gateway.delivery;

import java.time.Instant;
import uk.gov.warwickshire.gateway.common.Destination;

/**
 * A delivery that is dead or tried again, with its cause in words that hold nothing of the record.
 *
 * @param cause what the destination said: its status and codes
 * @param since when it failed first
 */
public record StuckDelivery(
        String childId,
        Destination destination,
        DeliveryState state,
        FailureCause cause,
        Instant since,
        Instant nextAttemptAt) {

    /** Keeps the child out of logs. */
    @Override
    public String toString() {
        return "StuckDelivery[" + destination + ", " + state + ", " + cause + "]";
    }
}
