package uk.gov.warwickshire.gateway.audit;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAction;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;
import uk.gov.warwickshire.mappings.fhir.Systems;

/** Makes FHIR AuditEvents of what the audit keeps, in the shapes of IHE BALP (anchors.md 5.3, uk-core.md 12). */
@Component
public class AuditEvents {

    /** The decision on which an access rests has the id of the access with this behind it. */
    private static final String DECISION = ".decision";

    private final Reference gateway;
    private final AuditAgents agents;
    private final AuditEntities entities;

    AuditEvents(GatewaySettings settings) {
        Systems systems = new Systems(settings.fhir().baseUri().toString());
        this.gateway = new Reference()
                .setType("Organization")
                .setIdentifier(new Identifier()
                        .setSystem(Systems.ODS_ORGANISATION)
                        .setValue(settings.organisation().odsCode()))
                .setDisplay(settings.organisation().name());
        this.agents = new AuditAgents(gateway);
        this.entities = new AuditEntities(systems);
    }

    /** The request itself. */
    public AuditEvent access(AuditRecord kept) {
        AuditEntry entry = kept.entry();
        AuditEvent event = begin(kept, kept.id().toString());
        event.setOutcome(AuditEventOutcome.fromCode(entry.outcome().result().fhirCode()));
        entry.outcome().code().ifPresent(event::setOutcomeDesc);
        switch (entry.kind()) {
            case READ -> rest(event, entry, AuditEventAction.R, "Read");
            case QUERY -> rest(event, entry, AuditEventAction.E, "Query");
            case DISCLOSURE -> disclosure(event, entry);
            case ALERT -> event.setType(Balp.ALERT.copy()).setAction(AuditEventAction.E);
        }
        agents.ofAccess(entry).forEach(event::addAgent);
        entities.ofAccess(entry).forEach(event::addEntity);
        return event;
    }

    /** The decision on which it rests, as BALP AuthZconsent; empty where there was none to make. */
    public Optional<AuditEvent> decision(AuditRecord kept) {
        AuditEntry entry = kept.entry();
        if (entry.decisionIds().isEmpty() || entry.childId().isEmpty()) {
            return Optional.empty();
        }
        AuditEvent event = begin(kept, kept.id() + DECISION);
        event.getMeta().addProfile(Balp.PROFILE + "AuthZconsent");
        event.setType(Balp.ALERT.copy()).addSubtype(Balp.AUTHZ_CONSENT.copy()).setAction(AuditEventAction.E);
        boolean permitted = entry.outcome().result() == AuditOutcome.Result.SUCCESS;
        event.setOutcome(permitted ? AuditEventOutcome._0 : AuditEventOutcome._8);
        entry.decisionCode().ifPresent(event::setOutcomeDesc);
        agents.ofDecision(entry).forEach(event::addAgent);
        entities.ofDecision(entry).forEach(event::addEntity);
        return Optional.of(event);
    }

    /** The id of the audit record behind an AuditEvent id, and whether its decision is meant. */
    public static Optional<Named> named(String auditEventId) {
        boolean decision = auditEventId.endsWith(DECISION);
        String id = decision ? auditEventId.substring(0, auditEventId.length() - DECISION.length()) : auditEventId;
        return id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Optional.of(new Named(UUID.fromString(id), decision))
                : Optional.empty();
    }

    /** Which AuditEvent is asked for. */
    public record Named(UUID id, boolean isDecision) {}

    private static void rest(AuditEvent event, AuditEntry entry, AuditEventAction action, String profile) {
        event.setType(Balp.REST.copy()).setAction(action);
        event.addSubtype(new Coding(Balp.RESTFUL, entry.interaction(), entry.interaction()));
        boolean inPattern = entry.kind() == AuditKind.QUERY || entry.resources().size() == 1;
        // BALP's patterns of reading and searching are of what succeeded.
        if (entry.outcome().result() == AuditOutcome.Result.SUCCESS && inPattern) {
            event.getMeta().addProfile(Balp.PROFILE + (entry.childId().isPresent() ? "Patient" : "") + profile);
        }
    }

    private static void disclosure(AuditEvent event, AuditEntry entry) {
        event.setType(Balp.EXPORT.copy()).setAction(AuditEventAction.R);
        event.addSubtype(Balp.DISCLOSE.copy());
        event.addSubtype(new Coding(Balp.RESTFUL, entry.interaction(), entry.interaction()));
        if (entry.childId().isPresent()) {
            event.getMeta().addProfile(Balp.PROFILE + "PrivacyDisclosure.Source");
        }
    }

    private AuditEvent begin(AuditRecord kept, String id) {
        AuditEntry entry = kept.entry();
        AuditEvent event = new AuditEvent();
        event.setId(id);
        event.getMeta().setVersionId("1").setLastUpdated(Date.from(kept.recordedAt()));
        event.setRecorded(Date.from(kept.recordedAt()));
        purposes(entry).forEach(event::addPurposeOfEvent);
        event.getSource().setSite(entry.source()).setObserver(gateway.copy()).addType(Balp.APPLICATION_SERVER.copy());
        return event;
    }

    static List<CodeableConcept> purposes(AuditEntry entry) {
        List<CodeableConcept> purposes = new ArrayList<>();
        entry.purpose().ifPresent(word -> {
            CodeableConcept purpose = new CodeableConcept().setText(word);
            if (word.equals("individual-care")) {
                purpose.addCoding(new Coding(Balp.HL7 + "v3-ActReason", "TREAT", "treatment"));
            }
            purposes.add(purpose);
        });
        entry.breakGlassReason()
                .ifPresent(reason -> purposes.add(
                        new CodeableConcept(new Coding(Balp.HL7 + "v3-ActReason", "BTG", "break the glass"))));
        return purposes;
    }
}
