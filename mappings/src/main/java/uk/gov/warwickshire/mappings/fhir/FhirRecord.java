package uk.gov.warwickshire.mappings.fhir;

import java.util.List;

/**
 * The resources of one child, the Patient first, each type and id once; the directory resources they refer to are among
 * them.
 */
public record FhirRecord(String childId, List<MappedResource> resources) {
    public FhirRecord {
        resources = List.copyOf(resources);
        if (resources.isEmpty() || !resources.get(0).type().equals("Patient")) {
            throw new IllegalArgumentException("a record begins with its Patient");
        }
    }
}
