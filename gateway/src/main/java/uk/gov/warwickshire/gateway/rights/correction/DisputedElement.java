package uk.gov.warwickshire.gateway.rights.correction;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An element that a person asks to have put right.
 *
 * @param holders destinations that held the resource when it was disputed
 * @param readers organisations that had been shown it through the API; they are to be told (UK GDPR article 19)
 */
public record DisputedElement(
        UUID requestId,
        String childId,
        String type,
        String id,
        String element,
        List<String> holders,
        List<String> readers,
        Instant disputedAt,
        Optional<Correction> correction) {

    /** @param version of the resource without the disputed value; 0 where the resource is gone */
    public record Correction(long version, Instant at) {}

    public DisputedElement {
        holders = List.copyOf(holders);
        readers = List.copyOf(readers);
    }

    public String reference() {
        return type + "/" + id;
    }
}
