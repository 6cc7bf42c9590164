package uk.gov.warwickshire.mappings.fhir;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A resource as it is stored, sent and answered. The arrays are shared, not copied: nobody may change them.
 *
 * @param aboutPerson as {@link MappedResource#aboutPerson()}
 * @param directory shared by many children (Organization, Practitioner, PractitionerRole)
 * @param json UTF-8, without `meta.versionId` and `meta.lastUpdated`; the same content gives the same bytes
 * @param hash SHA-256 of `json`
 * @param search what exact search finds it by
 * @param references literal references to other resources of the record (`Organization/id`), each once: a directory
 *     resource leaves when one that leaves refers to it
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on the hot path; compared by hash, never by equals
public record EncodedResource(
        String type,
        String id,
        Category category,
        Optional<String> aboutPerson,
        boolean directory,
        byte[] json,
        byte[] hash,
        SearchValues search,
        List<String> references) {
    public EncodedResource {
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(aboutPerson, "aboutPerson");
        Objects.requireNonNull(json, "json");
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(search, "search");
        references = List.copyOf(references);
    }

    /** `Patient/id`, as a relative reference says it. */
    public String reference() {
        return type + "/" + id;
    }
}
