package uk.gov.warwickshire.gateway.rights.pack;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A pack as it was put together at one moment: what is reviewed is what is released.
 *
 * @param council name of the council, which answers
 * @param bundle what is held, as a FHIR Bundle
 */
public record Pack(
        UUID requestId,
        String childId,
        String council,
        Instant preparedAt,
        String preparedBy,
        List<PackSection> sections,
        String bundle,
        List<ReviewItem> items,
        Optional<Release> release) {

    /** @param sha256 of the archive, in hexadecimal */
    public record Release(Instant at, String by, String sha256) {}

    public Pack {
        Objects.requireNonNull(requestId, "requestId");
        sections = List.copyOf(sections);
        items = List.copyOf(items);
    }

    public List<ReviewItem> undecided() {
        return items.stream().filter(item -> item.decision().isEmpty()).toList();
    }

    public List<ReviewItem> redacted() {
        return items.stream().filter(ReviewItem::isRedacted).toList();
    }

    /** Keeps persons out of logs. */
    @Override
    public String toString() {
        return "Pack[" + requestId + "]";
    }
}
