package uk.gov.warwickshire.gateway.cpis.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import uk.gov.warwickshire.mappings.cpis.CpIsPlan;
import uk.gov.warwickshire.mappings.cpis.CpIsStatus.Problem;
import uk.gov.warwickshire.mappings.cpis.CpIsTimeline.Unclear;
import uk.gov.warwickshire.mappings.cpis.PlanType;

/** The JSON in the columns `plans` and `unclear`. */
final class StatusText {

    private static final JsonMapper JSON = JsonMapper.shared();

    private StatusText() {}

    static String ofPlans(List<CpIsPlan> plans) {
        ArrayNode array = JSON.createArrayNode();
        for (CpIsPlan plan : plans) {
            ObjectNode one = array.addObject()
                    .put("type", plan.type().name())
                    .put("id", plan.planId())
                    .put("start", plan.start().toString());
            plan.end().ifPresent(end -> one.put("end", end.toString()));
        }
        return array.toString();
    }

    static List<CpIsPlan> plans(String text) {
        List<CpIsPlan> plans = new ArrayList<>();
        for (JsonNode plan : JSON.readTree(text)) {
            plans.add(new CpIsPlan(
                    PlanType.valueOf(plan.path("type").asString()),
                    plan.path("id").asString(),
                    LocalDate.parse(plan.path("start").asString()),
                    day(plan, "end"),
                    Optional.empty()));
        }
        return plans;
    }

    static String ofUnclear(List<Unclear> unclear) {
        ArrayNode array = JSON.createArrayNode();
        for (Unclear thing : unclear) {
            ObjectNode one = array.addObject().put("problem", thing.problem().name());
            thing.end().ifPresent(end -> one.put("end", end.toString()));
        }
        return array.toString();
    }

    static List<Unclear> unclear(String text) {
        List<Unclear> unclear = new ArrayList<>();
        for (JsonNode thing : JSON.readTree(text)) {
            unclear.add(new Unclear(Problem.valueOf(thing.path("problem").asString()), day(thing, "end")));
        }
        return unclear;
    }

    private static Optional<LocalDate> day(JsonNode parent, String name) {
        return parent.has(name) ? Optional.of(LocalDate.parse(parent.path(name).asString())) : Optional.empty();
    }
}
