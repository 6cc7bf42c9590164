package uk.gov.warwickshire.mappings.fhir;

import java.time.LocalDate;
import java.util.Optional;
import uk.gov.warwickshire.mappings.record.ChildProtection.ChildProtectionPlan;
import uk.gov.warwickshire.mappings.record.Period;
import uk.gov.warwickshire.mappings.record.Person;

/**
 * A status that CP-IS knows: a child protection plan, or a period of being looked after.
 *
 * @param kind identifier kind of the CarePlan
 * @param sourceId its id in the source
 * @param type code of the list `plan-type`
 */
record Plan(String kind, String sourceId, String type, Period period) {

    static final String CHILD_PROTECTION_KIND = "child-protection-plan";

    static Plan of(ChildProtectionPlan plan, Person person) {
        String type = isBeforeBirth(plan, person) ? "unborn-child-protection" : "child-protection";
        return new Plan(CHILD_PROTECTION_KIND, plan.id(), type, plan.period());
    }

    static Plan of(PeriodOfCare care) {
        return new Plan("looked-after-plan", care.id(), "looked-after", care.period());
    }

    /**
     * A plan for a child whose birth is expected after it began. Compared with the plan and not with today, so that the
     * resource changes only when the record does; an estimated date of a live child lies before its plan.
     */
    private static boolean isBeforeBirth(ChildProtectionPlan plan, Person person) {
        Optional<LocalDate> start = plan.period().start();
        return person.birthDate().isEmpty()
                && person.expectedBirthDate()
                        .filter(birth -> start.map(birth::isAfter).orElse(true))
                        .isPresent();
    }
}
