package uk.gov.warwickshire.gateway.delivery;

import java.time.Instant;
import java.util.UUID;

/** A cleared attempt, ready to be sent. */
record Dispatch(Lease lease, Delta delta, OutboundMessage message, Instant startedAt) {

    UUID ledgerId() {
        return message.cleared().ledgerId();
    }
}
