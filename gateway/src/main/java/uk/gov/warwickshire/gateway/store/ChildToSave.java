package uk.gov.warwickshire.gateway.store;

import uk.gov.warwickshire.mappings.fhir.EncodedRecord;

/** A child's facts and the whole of its record as it now stands: what is no longer in it is deleted. */
public record ChildToSave(ChildFacts facts, EncodedRecord encoded) {
    public ChildToSave {
        if (!facts.childId().equals(encoded.childId())) {
            throw new IllegalArgumentException("facts and record are of different children");
        }
    }
}
