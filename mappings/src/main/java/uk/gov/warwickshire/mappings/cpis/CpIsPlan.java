package uk.gov.warwickshire.mappings.cpis;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * One status of a person as CP-IS holds it. Category, reason, worker and text of a plan are never part of it (cp-is.md 2).
 *
 * @param planId the council's id of the plan or period of care; tells a corrected date from a new plan, never sent
 * @param start first day
 * @param end last day, sent promptly once it is known
 * @param delete day on which the council asks for removal; only for an upload in error or the 365-day error (cp-is.md 7)
 */
public record CpIsPlan(
        PlanType type, String planId, LocalDate start, Optional<LocalDate> end, Optional<LocalDate> delete) {

    public CpIsPlan {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(delete, "delete");
        if (planId.isBlank()) {
            throw new IllegalArgumentException("planId must not be blank");
        }
        if (end.filter(e -> e.isBefore(start)).isPresent()) {
            throw new IllegalArgumentException("a plan must not end before it starts");
        }
    }

    public static CpIsPlan open(PlanType type, String planId, LocalDate start) {
        return new CpIsPlan(type, planId, start, Optional.empty(), Optional.empty());
    }

    public CpIsPlan endedOn(LocalDate day) {
        return new CpIsPlan(type, planId, start, Optional.of(day), delete);
    }

    CpIsPlan deletedOn(LocalDate day) {
        return new CpIsPlan(type, planId, start, end, Optional.of(day));
    }

    boolean isSamePlanAs(CpIsPlan other) {
        return type == other.type && planId.equals(other.planId);
    }

    /** Whether this, said after the other, may be all that CP-IS then shows of the type though the other counts. */
    boolean maySetAside(CpIsPlan other) {
        return type == other.type && (delete.isPresent() || other.start.isAfter(start));
    }
}
