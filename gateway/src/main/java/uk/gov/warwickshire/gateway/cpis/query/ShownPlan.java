package uk.gov.warwickshire.gateway.cpis.query;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import uk.gov.warwickshire.mappings.cpis.PlanType;
import uk.gov.warwickshire.mappings.fhir.Category;

/**
 * One status as a hospital sees it: type, start, end. Neither category nor reason of a plan, worker or address is ever part
 * of it.
 *
 * @param id of the resources made of it; says nothing about the person
 * @param end last day, where the status has ended
 */
public record ShownPlan(String id, PlanType type, LocalDate start, Optional<LocalDate> end) {

    public ShownPlan {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(end, "end");
    }

    /** The word of the agreements for it. */
    public Category category() {
        return type == PlanType.LAC ? Category.LOOKED_AFTER : Category.CHILD_PROTECTION;
    }
}
