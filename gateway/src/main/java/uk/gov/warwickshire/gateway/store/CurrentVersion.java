package uk.gov.warwickshire.gateway.store;

import java.util.Arrays;
import java.util.Optional;
import uk.gov.warwickshire.mappings.fhir.EncodedResource;

/** The version of a resource that is stored now, without its content. */
record CurrentVersion(
        String childId,
        String type,
        String id,
        long version,
        byte[] hash,
        String category,
        Optional<String> aboutPerson) {

    String reference() {
        return type + "/" + id;
    }

    boolean isSameAs(EncodedResource resource) {
        return Arrays.equals(hash, resource.hash())
                && category.equals(resource.category().code())
                && aboutPerson.equals(resource.aboutPerson());
    }
}
