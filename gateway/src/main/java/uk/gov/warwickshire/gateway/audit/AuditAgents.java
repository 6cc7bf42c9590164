package uk.gov.warwickshire.gateway.audit;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentNetworkComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentNetworkType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import uk.gov.warwickshire.mappings.fhir.Systems;

/** Who took part, as BALP slices it. */
final class AuditAgents {

    private static final String UNKNOWN = "unknown";

    private final Reference gateway;

    AuditAgents(Reference gateway) {
        this.gateway = gateway;
    }

    List<AuditEventAgentComponent> ofAccess(AuditEntry entry) {
        // The roles follow the flow of data, in a query that of its parameters: from the client to the server.
        boolean isQuery = entry.kind() == AuditKind.QUERY;
        List<AuditEventAgentComponent> agents = new ArrayList<>();
        agents.add(client(entry, isQuery ? Balp.SOURCE : Balp.DESTINATION)
                .setRequestor(entry.agent().odsCode().isEmpty()));
        agents.add(server(entry, isQuery ? Balp.DESTINATION : Balp.SOURCE));
        entry.agent().user().ifPresent(user -> agents.add(user(entry, user)));
        entry.agent()
                .odsCode()
                .ifPresent(ods -> agents.add(
                        organisation(ods).setRequestor(entry.agent().user().isEmpty())));
        return agents;
    }

    /** AuthZconsent asks for a user: where the token names none, the application is the one who asks. */
    List<AuditEventAgentComponent> ofDecision(AuditEntry entry) {
        String user = entry.agent().user().or(() -> entry.agent().clientId()).orElse(UNKNOWN);
        return List.of(
                client(entry, Balp.APPLICATION).setRequestor(false),
                user(entry, user),
                organisation(entry.agent().odsCode().orElse(UNKNOWN)).setRequestor(false),
                agent(Balp.AUTHORISER, gateway.copy()).setRequestor(false));
    }

    private static AuditEventAgentComponent client(AuditEntry entry, CodeableConcept role) {
        Reference who = entry.agent()
                .clientId()
                .map(id -> new Reference().setType("Device").setIdentifier(new Identifier().setValue(id)))
                .orElseGet(() -> new Reference().setDisplay(UNKNOWN));
        return agent(role, who)
                .setNetwork(new AuditEventAgentNetworkComponent()
                        .setAddress(entry.agent().address().orElse(UNKNOWN))
                        .setType(AuditEventAgentNetworkType._2));
    }

    private AuditEventAgentComponent server(AuditEntry entry, CodeableConcept role) {
        return agent(role, gateway.copy())
                .setRequestor(false)
                .setNetwork(new AuditEventAgentNetworkComponent()
                        .setAddress(entry.source())
                        .setType(AuditEventAgentNetworkType._5));
    }

    private static AuditEventAgentComponent user(AuditEntry entry, String user) {
        AuditEventAgentComponent agent = agent(
                        Balp.RECIPIENT, new Reference().setIdentifier(new Identifier().setValue(user)))
                .setRequestor(true);
        AuditEvents.purposes(entry).forEach(agent::addPurposeOfUse);
        return agent;
    }

    private static AuditEventAgentComponent organisation(String ods) {
        return agent(
                Balp.ORGANISATION,
                new Reference()
                        .setType("Organization")
                        .setIdentifier(new Identifier()
                                .setSystem(Systems.ODS_ORGANISATION)
                                .setValue(ods)));
    }

    private static AuditEventAgentComponent agent(CodeableConcept role, Reference who) {
        return new AuditEventAgentComponent().setType(role.copy()).setWho(who);
    }
}
