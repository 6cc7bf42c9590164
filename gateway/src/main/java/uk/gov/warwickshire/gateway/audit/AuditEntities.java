package uk.gov.warwickshire.gateway.audit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventEntityComponent;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import uk.gov.warwickshire.mappings.fhir.ResourceIds;
import uk.gov.warwickshire.mappings.fhir.Systems;

/** What was asked and shown, and of whom, as BALP slices it. */
final class AuditEntities {

    private final Systems systems;
    private final Coding decisionType;

    AuditEntities(Systems systems) {
        this.systems = systems;
        this.decisionType = new Coding(systems.codes("audit-entity"), "disclosure-decision", "Disclosure decision");
    }

    List<AuditEventEntityComponent> ofAccess(AuditEntry entry) {
        List<AuditEventEntityComponent> entities = new ArrayList<>();
        entry.childId().ifPresent(child -> entities.add(patient(entry, child)));
        boolean isQuery = entry.kind() == AuditKind.QUERY;
        if (!isQuery) {
            entry.resources().forEach(shown -> entities.add(resource(shown)));
        }
        if (isQuery || entry.resources().isEmpty()) {
            entities.add(query(entry));
        }
        if (isQuery) {
            // Of a query BALP keeps one System Object, the query: what was shown has the type of the resource.
            entry.resources().forEach(shown -> entities.add(shownByQuery(shown)));
        }
        entry.decisionIds()
                .forEach(id -> entities.add(new AuditEventEntityComponent()
                        .setType(decisionType.copy())
                        .setWhat(ledgerEntry(id.toString()))));
        entry.requestId()
                .ifPresent(id -> entities.add(new AuditEventEntityComponent()
                        .setType(Balp.X_REQUEST_ID.copy())
                        .setWhat(new Reference().setIdentifier(new Identifier().setValue(id)))));
        return entities;
    }

    /** AuthZconsent knows a patient and what the decision rests on, and no more. */
    List<AuditEventEntityComponent> ofDecision(AuditEntry entry) {
        List<AuditEventEntityComponent> entities = new ArrayList<>();
        entities.add(patient(entry, entry.childId().orElseThrow()));
        entry.decisionIds()
                .forEach(id -> entities.add(new AuditEventEntityComponent()
                        .setType(Balp.CONSENT.copy())
                        .setWhat(ledgerEntry(id.toString()))));
        return entities;
    }

    private AuditEventEntityComponent patient(AuditEntry entry, String child) {
        AuditEventEntityComponent patient = new AuditEventEntityComponent()
                .setType(Balp.PERSON.copy())
                .setRole(Balp.PATIENT.copy())
                .setWhat(new Reference("Patient/" + ResourceIds.patient(systems, child)));
        entry.breakGlassReason()
                .ifPresent(reason ->
                        patient.addDetail().setType("break-glass-reason").setValue(new StringType(reason)));
        return patient;
    }

    private static AuditEventEntityComponent resource(String shown) {
        return new AuditEventEntityComponent()
                .setType(Balp.OBJECT.copy())
                .setRole(Balp.RESOURCE.copy())
                .setWhat(new Reference(shown));
    }

    private static AuditEventEntityComponent shownByQuery(String shown) {
        String type = shown.substring(0, shown.indexOf('/'));
        return new AuditEventEntityComponent()
                .setType(new Coding("http://hl7.org/fhir/resource-types", type, type))
                .setRole(Balp.RESOURCE.copy())
                .setWhat(new Reference(shown));
    }

    private static AuditEventEntityComponent query(AuditEntry entry) {
        byte[] asked = entry.query()
                .or(() -> entry.resourceType())
                .orElse(entry.interaction())
                .getBytes(StandardCharsets.UTF_8);
        return new AuditEventEntityComponent()
                .setType(Balp.OBJECT.copy())
                .setRole(Balp.QUERY.copy())
                .setQuery(asked);
    }

    /** The ledger is no FHIR resource, and results of the opt-out check stay in it: so it is named, not copied. */
    private static Reference ledgerEntry(String id) {
        return new Reference()
                .setIdentifier(new Identifier().setSystem(Balp.UUIDS).setValue("urn:uuid:" + id))
                .setDisplay("Entry of the disclosure ledger");
    }
}
