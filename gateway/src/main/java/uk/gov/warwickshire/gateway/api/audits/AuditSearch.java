package uk.gov.warwickshire.gateway.api.audits;

import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.audit.AuditEvents;
import uk.gov.warwickshire.gateway.audit.AuditQuery;
import uk.gov.warwickshire.gateway.audit.AuditReader;
import uk.gov.warwickshire.gateway.audit.AuditRecord;

/** Searches the audit, newest first, and links each page to the next by the id at which it ended. */
@Component
class AuditSearch {

    private final AuditReader reader;
    private final AuditEvents events;
    private final AuditParameters parameters;

    AuditSearch(AuditReader reader, AuditEvents events, AuditParameters parameters) {
        this.reader = reader;
        this.events = events;
        this.parameters = parameters;
    }

    Bundle answer(ServletRequestDetails request) {
        Bundle bundle = new Bundle().setType(Bundle.BundleType.SEARCHSET);
        Optional<AuditParameters.Asked> asked = parameters.read(request.getParameters());
        String base = request.getFhirServerBase() + "/AuditEvent";
        bundle.addLink().setRelation("self").setUrl(base);
        if (asked.isEmpty()) {
            // A child who is not known was seen by nobody.
            return bundle.setTotal(0);
        }
        AuditQuery query = asked.orElseThrow().query();
        bundle.setTotal(Math.toIntExact(reader.count(query)));
        List<AuditRecord> found = reader.search(query.withLimit(query.limit() + 1));
        List<AuditRecord> page = found.subList(0, Math.min(found.size(), query.limit()));
        page.stream()
                .flatMap(kept -> asked.orElseThrow().decisions()
                        ? events.decision(kept).stream()
                        : Stream.of(events.access(kept)))
                .forEach(event -> bundle.addEntry(entry(base, event)));
        if (found.size() > page.size()) {
            String last = page.get(page.size() - 1).id().toString();
            bundle.addLink()
                    .setRelation("next")
                    .setUrl(base + "?" + asked.orElseThrow().following(last));
        }
        return bundle;
    }

    private static BundleEntryComponent entry(String base, AuditEvent event) {
        BundleEntryComponent entry = new BundleEntryComponent()
                .setFullUrl(base + "/" + event.getIdElement().getIdPart())
                .setResource(event);
        entry.getSearch().setMode(SearchEntryMode.MATCH);
        return entry;
    }
}
