package uk.gov.warwickshire.gateway.api;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.api.access.Notice;
import uk.gov.warwickshire.gateway.api.answer.BundleJson;
import uk.gov.warwickshire.gateway.api.problem.Outcomes;

/** Says in a Bundle that something is withheld, so that nobody takes it for "nothing held". */
@Component
class NoticeEntry {

    private final FhirContext context;
    private final Outcomes outcomes;

    NoticeEntry(FhirContext context, Outcomes outcomes) {
        this.context = context;
        this.outcomes = outcomes;
    }

    void addTo(BundleJson bundle, Notice notice) {
        if (notice.isSaid()) {
            bundle.outcome(context.newJsonParser()
                    .encodeResourceToString(outcomes.of(notice))
                    .getBytes(StandardCharsets.UTF_8));
        }
    }
}
