package uk.gov.warwickshire.gateway.cpis.query.fhir;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import uk.gov.warwickshire.gateway.cpis.query.ShownPlan;
import uk.gov.warwickshire.gateway.settings.GatewaySettings.Organisation;
import uk.gov.warwickshire.mappings.fhir.Systems;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/** Flag, CarePlan and CareTeam of the Patient Flags guide (cp-is.md 10, generation C): one flag, one plan and team for each status. */
final class FlagShape {

    private FlagShape() {}

    /** @param plans at least one */
    static ObjectNode flag(String id, List<ShownPlan> plans, NhsNumber number) {
        boolean open = plans.stream().anyMatch(plan -> plan.end().isEmpty());
        ObjectNode flag = Shapes.profiled("Flag", id, "England-Flag-PatientFlag");
        // extension: flag-detail, one for each plan
        ArrayNode details = flag.putArray("extension");
        for (ShownPlan plan : plans) {
            ObjectNode detail = details.addObject().put("url", Systems.FLAG_DETAIL);
            Shapes.reference(detail, "valueReference", "CarePlan", plan.id());
        }
        // contained Provenance = [none]: no person sets this flag, it follows from the plans
        // status
        flag.put("status", open ? "active" : "inactive");
        // code
        flag.putObject("code")
                .putArray("coding")
                .add(Shapes.coding(
                        Systems.PATIENT_FLAG,
                        "child-protection-information-system-flag",
                        "Child Protection Information System Flag"));
        // subject
        Shapes.subject(flag, number);
        // period: from the first plan to the last, open while one is
        Shapes.period(flag, first(plans), open ? Optional.empty() : last(plans));
        return flag;
    }

    static ObjectNode carePlan(ShownPlan plan, NhsNumber number) {
        ObjectNode carePlan = Shapes.profiled("CarePlan", plan.id(), "England-CarePlan-Flag");
        // status
        carePlan.put("status", status(plan, "completed"));
        // intent
        carePlan.put("intent", "plan");
        // category: type of plan
        Shapes.category(carePlan, plan.type());
        // subject
        Shapes.subject(carePlan, number);
        // period
        Shapes.period(carePlan, plan);
        // careTeam
        carePlan.putArray("careTeam").addObject().put("reference", "CareTeam/" + plan.id());
        return carePlan;
    }

    static ObjectNode careTeam(ShownPlan plan, Organisation council) {
        ObjectNode team = Shapes.profiled("CareTeam", plan.id(), "England-CareTeam-Flag");
        // status
        team.put("status", status(plan, "inactive"));
        // name: the responsible authority
        team.put("name", council.name());
        // telecom: whom to ring
        Shapes.telecom(team, council);
        return team;
    }

    private static String status(ShownPlan plan, String ended) {
        return plan.end().isPresent() ? ended : "active";
    }

    private static LocalDate first(List<ShownPlan> plans) {
        return plans.stream()
                .map(ShownPlan::start)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Optional<LocalDate> last(List<ShownPlan> plans) {
        return plans.stream().flatMap(plan -> plan.end().stream()).max(Comparator.naturalOrder());
    }
}
