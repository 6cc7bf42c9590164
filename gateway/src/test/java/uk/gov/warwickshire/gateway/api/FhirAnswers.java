package uk.gov.warwickshire.gateway.api;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import java.util.Objects;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.Resource;

/** What a test looks at in an answer. */
final class FhirAnswers {

    private FhirAnswers() {}

    static String json(Resource resource) {
        return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(resource);
    }

    /** Of what was found and came along, not of what was said about it. */
    static List<String> types(Bundle bundle) {
        return bundle.getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .filter(Objects::nonNull)
                .map(Resource::fhirType)
                .filter(type -> !type.equals("OperationOutcome"))
                .toList();
    }

    /** The ids of what was found. */
    static List<String> matches(Bundle bundle) {
        return bundle.getEntry().stream()
                .filter(e -> e.getSearch().getMode() == SearchEntryMode.MATCH)
                .map(e -> e.getResource().getIdElement().getIdPart())
                .toList();
    }
}
