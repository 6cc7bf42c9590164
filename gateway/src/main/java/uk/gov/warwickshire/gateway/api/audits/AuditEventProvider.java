package uk.gov.warwickshire.gateway.api.audits;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.audit.AuditAgent;
import uk.gov.warwickshire.gateway.audit.AuditEntry;
import uk.gov.warwickshire.gateway.audit.AuditEvents;
import uk.gov.warwickshire.gateway.audit.AuditKind;
import uk.gov.warwickshire.gateway.audit.AuditOutcome;
import uk.gov.warwickshire.gateway.audit.AuditReader;
import uk.gov.warwickshire.gateway.audit.AuditTrail;
import uk.gov.warwickshire.gateway.common.security.Caller;
import uk.gov.warwickshire.gateway.common.security.Callers;
import uk.gov.warwickshire.gateway.common.security.Refusal;
import uk.gov.warwickshire.gateway.common.security.RefusedException;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/**
 * Who saw this child, when, why; what did this organisation look at. Only for the council's own auditors: the scope
 * `audit.read` and a token that speaks for the council. Looking into the audit stands in the audit.
 */
@Component
public class AuditEventProvider implements IResourceProvider {

    private static final String SCOPE = "audit.read";
    private static final String BASE = "/fhir/R4";

    private final AuditReader reader;
    private final AuditTrail trail;
    private final AuditEvents events;
    private final AuditSearch search;
    private final Callers callers;
    private final String council;

    AuditEventProvider(
            AuditReader reader,
            AuditTrail trail,
            AuditEvents events,
            AuditSearch search,
            Callers callers,
            GatewaySettings settings) {
        this.reader = reader;
        this.trail = trail;
        this.events = events;
        this.search = search;
        this.callers = callers;
        this.council = settings.organisation().odsCode();
    }

    @Override
    public Class<? extends IBaseResource> getResourceType() {
        return AuditEvent.class;
    }

    @Read
    public AuditEvent read(@IdParam IdType id, ServletRequestDetails request) {
        Caller auditor = auditor(request, AuditKind.READ, "read");
        Optional<AuditEvent> found = AuditEvents.named(id.getIdPart()).flatMap(named -> reader.find(named.id())
                .flatMap(kept -> named.isDecision() ? events.decision(kept) : Optional.of(events.access(kept))));
        AuditOutcome outcome =
                found.isPresent() ? AuditOutcome.SUCCESS : AuditOutcome.refused(Refusal.NOT_FOUND.code());
        record(auditor, request, AuditKind.READ, "read", outcome);
        return found.orElseThrow(() -> new RefusedException(Refusal.NOT_FOUND));
    }

    @Search(allowUnknownParams = true)
    public Bundle search(ServletRequestDetails request) {
        Caller auditor = auditor(request, AuditKind.QUERY, "search-type");
        Bundle answer = search.answer(request);
        record(auditor, request, AuditKind.QUERY, "search-type", AuditOutcome.SUCCESS);
        return answer;
    }

    private Caller auditor(ServletRequestDetails request, AuditKind kind, String interaction) {
        Caller caller = callers.of(request.getServletRequest());
        if (!caller.scopes().has(SCOPE) || !caller.odsCode().equals(council)) {
            record(caller, request, kind, interaction, AuditOutcome.refused(Refusal.SCOPE_MISSING.code()));
            throw new RefusedException(Refusal.SCOPE_MISSING);
        }
        return caller;
    }

    private void record(
            Caller caller, ServletRequestDetails request, AuditKind kind, String interaction, AuditOutcome outcome) {
        // Of a form too.
        String query = request.getParameters().entrySet().stream()
                .flatMap(entry -> Arrays.stream(entry.getValue()).map(value -> entry.getKey() + "=" + value))
                .sorted()
                .collect(Collectors.joining("&"));
        trail.record(AuditEntry.of(kind, interaction, BASE, AuditAgent.of(caller))
                .resourceType(Optional.of("AuditEvent"))
                .query(Optional.of(query.isEmpty() ? request.getRequestPath() : request.getRequestPath() + "?" + query))
                .requestId(caller.requestId())
                .outcome(outcome)
                .build());
    }
}
