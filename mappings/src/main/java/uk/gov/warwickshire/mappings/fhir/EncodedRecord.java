package uk.gov.warwickshire.mappings.fhir;

import java.util.List;

/** The resources of one child, encoded, in the order of the {@link FhirRecord}: the Patient first. */
public record EncodedRecord(String childId, List<EncodedResource> resources) {
    public EncodedRecord {
        resources = List.copyOf(resources);
    }
}
