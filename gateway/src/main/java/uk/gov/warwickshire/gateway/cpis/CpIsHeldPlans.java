package uk.gov.warwickshire.gateway.cpis;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.mappings.cpis.CpIsPlan;
import uk.gov.warwickshire.mappings.cpis.PlanType;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/** What CP-IS holds of one person, plan by plan: what an order to withdraw can be about. */
@Component
public class CpIsHeldPlans {

    private final PersonStates persons;

    CpIsHeldPlans(PersonStates persons) {
        this.persons = persons;
    }

    /** Under the number in use first, then by type and start. */
    public List<CpIsHeldPlan> of(String personId) {
        PersonState state =
                Objects.requireNonNull(persons.load(List.of(personId)).get(personId));
        Optional<NhsNumber> inUse = state.numberInUse();
        return List.of(false, true).stream()
                .flatMap(former -> state.holdings().stream()
                        .filter(held -> inUse.filter(number -> !number.equals(held.number()))
                                        .isPresent()
                                == former)
                        .flatMap(held -> held.person().plans().stream().map(plan -> plan(state, held, plan, former))))
                .toList();
    }

    /** @throws IllegalStateException if CP-IS does not hold it */
    public CpIsHeldPlan find(String personId, PlanType type, String planId, boolean formerNumber) {
        return of(personId).stream()
                .filter(plan ->
                        plan.type() == type && plan.planId().equals(planId) && plan.formerNumber() == formerNumber)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("CP-IS is not known to hold such a plan"));
    }

    private static CpIsHeldPlan plan(PersonState state, Holding held, CpIsPlan plan, boolean former) {
        boolean withdrawn = state.withdrawals().stream().anyMatch(order -> order.concerns(held.number(), plan));
        return new CpIsHeldPlan(
                state.personId(),
                held.number(),
                plan.type(),
                plan.planId(),
                plan.start(),
                plan.end(),
                plan.delete(),
                former,
                withdrawn);
    }
}
