package uk.gov.warwickshire.gateway.cpis;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import uk.gov.warwickshire.gateway.delivery.DeliveryState;

/** What is due at CP-IS for one person: a row of `cpis_upload`. */
record Upload(
        String personId,
        long seq,
        UUID id,
        DeliveryState state,
        int attempts,
        boolean repeatSame,
        boolean manual,
        Instant createdAt,
        Optional<String> reason,
        Optional<String> code,
        Optional<String> words,
        Optional<Long> file) {}
