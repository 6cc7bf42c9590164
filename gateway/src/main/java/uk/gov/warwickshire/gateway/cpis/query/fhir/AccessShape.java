package uk.gov.warwickshire.gateway.cpis.query.fhir;

import java.time.temporal.ChronoUnit;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import uk.gov.warwickshire.gateway.cpis.query.ListedAccess;
import uk.gov.warwickshire.mappings.fhir.ResourceIds;
import uk.gov.warwickshire.mappings.fhir.Systems;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/** An access as AuditEvent with the viewer's PractitionerRole, as in the example of the CP-IS guide (cp-is.md 10). */
final class AccessShape {

    private static final String LIFECYCLE = "http://terminology.hl7.org/CodeSystem/iso-21089-lifecycle";
    private static final String ROLE_CLASS = "http://terminology.hl7.org/CodeSystem/v3-RoleClass";
    private static final String ROLE_PROFILE = "https://fhir.nhs.uk/Id/sds-role-profile-id";

    private AccessShape() {}

    static ObjectNode event(ListedAccess access, NhsNumber number) {
        ObjectNode event = Shapes.resource("AuditEvent", access.id().toString());
        // type: the guide's example has the display without the code
        event.set("type", Shapes.coding(LIFECYCLE, "access", "Access/View Record Lifecycle Event"));
        // recorded
        event.put("recorded", access.at().truncatedTo(ChronoUnit.MILLIS).toString());
        // agent: the patient, then the viewer
        ArrayNode agents = event.putArray("agent");
        ObjectNode patient = agents.addObject();
        agentType(patient, "PAT", "patient");
        patient.putObject("who").set("identifier", Shapes.identifier(Systems.NHS_NUMBER, number.digits()));
        patient.put("requestor", false);
        ObjectNode viewer = agents.addObject();
        agentType(viewer, "ASSIGNED", "assigned entity");
        Shapes.reference(viewer, "who", "PractitionerRole", viewerId(access));
        viewer.put("requestor", true);
        // source
        Shapes.reference(event.putObject("source"), "observer", "PractitionerRole", viewerId(access));
        return event;
    }

    static ObjectNode viewer(ListedAccess access) {
        ObjectNode role = Shapes.resource("PractitionerRole", viewerId(access));
        // identifier: where the session names the role profile
        access.roleProfileId()
                .ifPresent(profile -> role.putArray("identifier").add(Shapes.identifier(ROLE_PROFILE, profile)));
        // practitioner: the person where the token names one, else the system that asked
        role.putObject("practitioner").put("display", access.person().orElse(access.client()));
        // organization: by code, since the token gives no name
        ObjectNode organisation = role.putObject("organization");
        organisation.set("identifier", Shapes.identifier(Systems.ODS_ORGANISATION, access.organisation()));
        organisation.put("display", access.organisation());
        // code = [none]: the token names no job role
        return role;
    }

    /** The same viewer is included once. */
    static String viewerId(ListedAccess access) {
        return ResourceIds.of(
                ROLE_CLASS,
                access.organisation()
                        + "|" + access.client()
                        + "|" + access.person().orElse("")
                        + "|" + access.roleProfileId().orElse(""));
    }

    private static void agentType(ObjectNode agent, String code, String display) {
        agent.putObject("type").putArray("coding").add(Shapes.coding(ROLE_CLASS, code, display));
    }
}
