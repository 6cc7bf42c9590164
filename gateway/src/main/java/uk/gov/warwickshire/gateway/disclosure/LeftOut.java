package uk.gov.warwickshire.gateway.disclosure;

import java.util.Objects;

/** A resource that may not leave with the rest of a message, and why. */
public record LeftOut(DisclosedResource resource, Reason reason) {

    public LeftOut {
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(reason, "reason");
    }
}
