package uk.gov.warwickshire.gateway.cpis.query.fhir;

import tools.jackson.databind.node.ObjectNode;
import uk.gov.warwickshire.gateway.cpis.query.Fault;
import uk.gov.warwickshire.gateway.cpis.query.Gap;
import uk.gov.warwickshire.gateway.settings.GatewaySettings.Organisation;

/** Refusals, faults and what is missing, as OperationOutcome with the Spine codes of the guides. */
final class OutcomeShape {

    private static final String SPINE_CODES = "https://fhir.nhs.uk/CodeSystem/England-SpineErrorOrWarningCode";

    private OutcomeShape() {}

    static ObjectNode of(Fault fault, String diagnostics) {
        ObjectNode outcome = issue("error", fault.issue());
        issueOf(outcome)
                .putObject("details")
                .putArray("coding")
                .add(Shapes.coding(SPINE_CODES, fault.code(), fault.display()));
        issueOf(outcome).put("diagnostics", diagnostics);
        return outcome;
    }

    /** Says in words what a reader must not overlook, with the number to ring. */
    static ObjectNode of(Gap gap, Organisation council) {
        ObjectNode outcome = issue("warning", "incomplete");
        issueOf(outcome).putObject("details").put("text", gap.words() + ". " + ring(council));
        return outcome;
    }

    static String ring(Organisation council) {
        return "Do not take this answer for \"no plan\": ring %s, %s, out of hours %s."
                .formatted(council.name(), council.officeHoursPhone(), council.emergencyDutyPhone());
    }

    private static ObjectNode issue(String severity, String code) {
        ObjectNode outcome = Shapes.object().put("resourceType", "OperationOutcome");
        outcome.putArray("issue").addObject().put("severity", severity).put("code", code);
        return outcome;
    }

    private static ObjectNode issueOf(ObjectNode outcome) {
        return (ObjectNode) outcome.path("issue").path(0);
    }
}
