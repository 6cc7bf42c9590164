package uk.gov.warwickshire.gateway.cpis.query.fhir;

import tools.jackson.databind.node.ObjectNode;
import uk.gov.warwickshire.gateway.cpis.query.ShownPlan;
import uk.gov.warwickshire.gateway.settings.GatewaySettings.Organisation;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/** One CareTeam for each plan, as the CP-IS guide maps it from HL7 v3 (cp-is.md 10, generation B). */
final class CareTeamShape {

    private CareTeamShape() {}

    static ObjectNode of(ShownPlan plan, NhsNumber number, Organisation council) {
        ObjectNode team = Shapes.resource("CareTeam", plan.id());
        // status = [none]: the guide's example has none, and reads the end of the period
        // category: type of plan
        Shapes.category(team, plan.type());
        // name: the responsible authority
        team.put("name", council.name());
        // subject: the child, or for an unborn child the mother
        Shapes.subject(team, number);
        // period: of the plan
        Shapes.period(team, plan);
        // telecom: whom to ring
        Shapes.telecom(team, council);
        return team;
    }
}
