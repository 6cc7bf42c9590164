package uk.gov.warwickshire.gateway.api.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.gov.warwickshire.gateway.audit.AuditAgent;
import uk.gov.warwickshire.gateway.audit.AuditEntry;
import uk.gov.warwickshire.gateway.audit.AuditEntryBuilder;
import uk.gov.warwickshire.gateway.audit.AuditOutcome;
import uk.gov.warwickshire.gateway.disclosure.DisclosedResource;
import uk.gov.warwickshire.gateway.disclosure.LeftOut;

/** Words a request for the audit. */
final class AnswerAudit {

    private static final String BASE = "/fhir/R4";

    private AnswerAudit() {}

    static AuditEntry ofChild(UUID id, Question question, ChildAnswer child) {
        List<String> shown = child.cleared()
                .map(cleared ->
                        cleared.resources().stream().map(AnswerAudit::reference).toList())
                .orElse(List.of());
        AuditEntryBuilder entry = of(question)
                .id(id)
                .child(child.known().facts().childId())
                .purpose(Optional.of(child.admission().purpose()))
                .outcome(outcome(question, child, shown))
                .resources(shown)
                .decision(
                        child.decision().ledgerId(), child.decision().headline().publicCode());
        return child.wasOverridden()
                ? entry.breakGlass(question.caller().breakGlassReason()).build()
                : entry.build();
    }

    static AuditEntry ofNoChild(Question question, Optional<String> purpose, List<Asked> shown, AuditOutcome outcome) {
        return of(question)
                .purpose(purpose)
                .outcome(outcome)
                .resources(shown.stream()
                        .map(one -> reference(one.type(), one.id(), one.version()))
                        .toList())
                .build();
    }

    private static AuditOutcome outcome(Question question, ChildAnswer child, List<String> shown) {
        if (!child.isShown()) {
            return AuditOutcome.refused(child.decision().headline().publicCode());
        }
        if (question.interaction().isOfOne() && shown.isEmpty()) {
            return AuditOutcome.refused(child.cleared()
                    .flatMap(cleared -> cleared.leftOut().stream().findFirst())
                    .map(LeftOut::reason)
                    .map(reason -> reason.publicCode())
                    .orElse("not-found"));
        }
        return AuditOutcome.SUCCESS;
    }

    private static AuditEntryBuilder of(Question question) {
        Interaction interaction = question.interaction();
        return AuditEntry.of(interaction.kind(), interaction.code(), BASE, AuditAgent.of(question.caller()))
                .resourceType(Optional.of(question.resourceType()))
                .query(question.query())
                .requestId(question.caller().requestId());
    }

    private static String reference(DisclosedResource resource) {
        return reference(resource.type(), resource.id(), resource.version());
    }

    private static String reference(String type, String id, long version) {
        return type + "/" + id + "/_history/" + version;
    }
}
