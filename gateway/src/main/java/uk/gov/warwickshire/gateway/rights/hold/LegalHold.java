package uk.gov.warwickshire.gateway.rights.hold;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A hold with the number of children it covers now. */
public record LegalHold(
        UUID id,
        String name,
        String authority,
        String why,
        String savedBy,
        Instant savedAt,
        Optional<Release> release,
        List<HoldScope> scopes,
        long children) {

    /** Who ended it and why. */
    public record Release(String by, String because, Instant at) {}

    public LegalHold {
        scopes = List.copyOf(scopes);
    }

    public boolean isInForce() {
        return release.isEmpty();
    }
}
