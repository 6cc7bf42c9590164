package uk.gov.warwickshire.gateway.cpis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import uk.gov.warwickshire.mappings.cpis.PlanType;
import uk.gov.warwickshire.mappings.record.Identity;
import uk.gov.warwickshire.mappings.record.VerificationStatus;

/** What the scenarios do with a room and its first child, and what they look at afterwards. */
final class ScenarioSteps {

    private ScenarioSteps() {}

    static TestChildren child() {
        return TestChildren.child(1);
    }

    static Identity unverified() {
        return new Identity(Optional.of(TestChildren.number(1)), VerificationStatus.NOT_TRACED, false);
    }

    static void arrives(CpIsRoom room, TestChildren child) {
        room.arrive(child.record());
        room.turn();
    }

    static CpIsHeldPlan held(CpIsRoom room, boolean formerNumber) {
        return room.bean(CpIsHeldPlans.class).find("c1", PlanType.CPP, "p1", formerNumber);
    }

    /** What CP-IS holds under the number, by kind of plan; the gateway must know the same of the person. */
    static Map<String, String> atCpIs(CpIsRoom room, String person, int number) {
        Map<String, String> loaded = new TreeMap<>();
        room.service
                .loaded()
                .getOrDefault(TestChildren.number(number).digits(), Map.of())
                .forEach((type, plan) -> loaded.put(
                        type, plan.start() + plan.end().map(end -> " to " + end).orElse("")));
        Map<String, String> known = new TreeMap<>();
        List<String> acknowledged = room.line(person).acknowledged();
        acknowledged.stream()
                .filter(plan -> !plan.contains("deleted"))
                .forEach(plan -> known.put(plan.substring(0, 3), plan.substring(4)));
        assertThat(known).as("the acknowledged state follows").isEqualTo(loaded);
        return loaded;
    }
}
