package uk.gov.warwickshire.gateway.store.search;

import java.util.List;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Resource;

/** The elements a search parameter takes from a resource. Safe for many threads. */
@FunctionalInterface
interface Extraction {
    List<Base> of(Resource resource);
}
