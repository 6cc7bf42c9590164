package uk.gov.warwickshire.mappings.fhir;

import java.util.Objects;
import java.util.Optional;
import org.hl7.fhir.r4.model.Resource;

/**
 * A resource as a mapper made it: id and `meta.profile` set, `meta.versionId` and `meta.lastUpdated` not.
 *
 * @param aboutPerson the council's id of another person this resource is about (the mother): it leaves only if that
 *     person's own choices allow it
 */
public record MappedResource(Resource resource, Category category, Optional<String> aboutPerson) {
    public MappedResource {
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(aboutPerson, "aboutPerson");
        if (!resource.hasId() || !resource.getMeta().hasProfile()) {
            throw new IllegalArgumentException("a mapped resource needs an id and a profile");
        }
    }

    public String type() {
        return resource.fhirType();
    }

    public String id() {
        return resource.getIdElement().getIdPart();
    }

    /** Organization, Practitioner and PractitionerRole are shared by many children. */
    public boolean isDirectory() {
        return switch (type()) {
            case "Organization", "Practitioner", "PractitionerRole" -> true;
            default -> false;
        };
    }
}
