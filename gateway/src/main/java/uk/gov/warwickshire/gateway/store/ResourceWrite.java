package uk.gov.warwickshire.gateway.store;

import java.time.Instant;
import uk.gov.warwickshire.mappings.fhir.EncodedResource;

/** A new version of a resource. */
record ResourceWrite(String childId, EncodedResource resource, long version, Instant lastUpdated) {

    String type() {
        return resource.type();
    }

    String id() {
        return resource.id();
    }

    byte[] content() {
        return VersionedJson.of(resource, version, lastUpdated);
    }

    SearchValueTable.Row values() {
        return new SearchValueTable.Row(childId, resource.type(), resource.id(), resource.search());
    }
}
