package uk.gov.warwickshire.gateway.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uk.gov.warwickshire.mappings.fhir.Category;

/**
 * A resource as stored. The content is shared, not copied: nobody may change it.
 *
 * @param childId empty for a directory resource, which belongs to no child
 * @param version `meta.versionId`, from 1
 * @param aboutPerson the council's id of another person it is about
 * @param content UTF-8 JSON, with `meta.versionId` and `meta.lastUpdated`, ready to be streamed
 * @param references literal references, `Type/id`
 */
public record StoredResource(
        String childId,
        String type,
        String id,
        long version,
        Instant lastUpdated,
        Category category,
        Optional<String> aboutPerson,
        byte[] content,
        List<String> references) {
    public StoredResource {
        references = List.copyOf(references);
    }

    /** `Type/id`. */
    public String reference() {
        return type + "/" + id;
    }

    public boolean isDirectory() {
        return childId.isEmpty();
    }
}
