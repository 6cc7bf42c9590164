package uk.gov.warwickshire.mappings.fhir;

import org.hl7.fhir.r4.model.Resource;

/** Says what a resource is found by. Safe for many threads. */
@FunctionalInterface
public interface SearchIndexer {
    SearchValues index(Resource resource);
}
