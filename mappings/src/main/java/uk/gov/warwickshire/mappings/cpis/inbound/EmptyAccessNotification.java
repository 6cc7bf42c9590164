package uk.gov.warwickshire.mappings.cpis.inbound;

import java.util.Objects;
import java.util.Optional;

/**
 * A notification (message 05) that names no access. Someone has viewed a record and the council cannot learn who: an alert
 * of its own (cp-is.md 8 and 13).
 */
public record EmptyAccessNotification(Optional<Count> uploadFile, Count totalReturned) implements CpIsInbound {
    public EmptyAccessNotification {
        Objects.requireNonNull(uploadFile, "uploadFile");
        Objects.requireNonNull(totalReturned, "totalReturned");
    }
}
