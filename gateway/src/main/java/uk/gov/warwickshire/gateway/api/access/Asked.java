package uk.gov.warwickshire.gateway.api.access;

import java.util.Objects;
import java.util.Optional;
import uk.gov.warwickshire.gateway.store.StoredResource;
import uk.gov.warwickshire.mappings.fhir.Category;

/**
 * A resource that would be shown, by name: the gate never sees its content.
 *
 * @param version as it would be shown, an older one for `vread`
 * @param aboutPerson the council's id of another person it is about
 */
public record Asked(String type, String id, long version, Category category, Optional<String> aboutPerson) {

    public Asked {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(aboutPerson, "aboutPerson");
    }

    public static Asked of(StoredResource resource) {
        return new Asked(
                resource.type(), resource.id(), resource.version(), resource.category(), resource.aboutPerson());
    }
}
