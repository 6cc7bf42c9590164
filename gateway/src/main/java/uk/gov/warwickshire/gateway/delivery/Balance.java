package uk.gov.warwickshire.gateway.delivery;

import java.time.LocalDate;
import java.util.Map;
import uk.gov.warwickshire.gateway.common.Destination;

/**
 * The books of one day and destination.
 *
 * @param day of UTC on which the deliveries became due
 * @param due counted when they were written
 * @param states where they now are; one that was resubmitted counts as such, its successor counts on its own day
 */
public record Balance(LocalDate day, Destination destination, long due, Map<DeliveryState, Long> states) {
    public Balance {
        states = Map.copyOf(states);
    }

    /** Deliveries that can be accounted for. */
    public long accounted() {
        return states.values().stream().mapToLong(Long::longValue).sum();
    }

    public boolean holds() {
        return due == accounted();
    }
}
