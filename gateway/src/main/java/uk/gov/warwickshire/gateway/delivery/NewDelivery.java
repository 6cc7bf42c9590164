package uk.gov.warwickshire.gateway.delivery;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import uk.gov.warwickshire.gateway.common.Destination;

/** A delivery that becomes due. */
record NewDelivery(
        String childId,
        Destination destination,
        UUID id,
        DeliveryKind kind,
        String cause,
        Instant createdAt,
        Optional<UUID> resubmits) {}
