package uk.gov.warwickshire.gateway.store;

import java.time.Instant;
import java.util.Optional;
import uk.gov.warwickshire.mappings.fhir.Category;

/**
 * One version of a resource, current or earlier. The content is shared, not copied: nobody may change it.
 *
 * @param childId empty for a directory resource
 * @param aboutPerson the council's id of another person it is about
 * @param content UTF-8 JSON with version and time; empty for the deletion of the resource, which counts as a version
 */
public record ResourceVersion(
        String childId,
        String type,
        String id,
        long version,
        Instant lastUpdated,
        Category category,
        Optional<String> aboutPerson,
        Optional<byte[]> content) {

    public boolean isOfTheDirectory() {
        return childId.isEmpty();
    }

    public boolean isDeletion() {
        return content.isEmpty();
    }

    /** `Type/id`. */
    public String reference() {
        return type + "/" + id;
    }
}
