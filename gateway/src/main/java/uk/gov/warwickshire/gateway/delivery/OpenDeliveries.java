package uk.gov.warwickshire.gateway.delivery;

import java.time.Instant;
import java.util.Optional;
import uk.gov.warwickshire.gateway.common.Destination;

/**
 * Deliveries of one destination that are in the same state for the same reason.
 *
 * @param reason headline of the last decision
 * @param children how many children they are about
 * @param oldest when the oldest of them became due
 */
public record OpenDeliveries(
        Destination destination,
        DeliveryState state,
        Optional<String> reason,
        long count,
        long children,
        Instant oldest) {}
