package uk.gov.warwickshire.gateway.disclosure;

import java.util.Objects;
import java.util.Optional;
import uk.gov.warwickshire.mappings.fhir.Category;

/**
 * A resource that is to leave, by name: the gate never sees its content.
 *
 * @param type FHIR resource type
 * @param version `meta.versionId` in the store
 * @param about another person whom it is about
 */
public record DisclosedResource(String type, String id, long version, Category category, Optional<OtherPerson> about) {

    public DisclosedResource {
        if (type.isBlank() || id.isBlank()) {
            throw new IllegalArgumentException("a disclosed resource needs a type and an id");
        }
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(about, "about");
    }
}
