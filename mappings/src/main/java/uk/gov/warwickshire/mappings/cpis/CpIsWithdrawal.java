package uk.gov.warwickshire.mappings.cpis;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A person's order to remove a plan from CP-IS. The only source of a delete date: normally the NHS works it out by itself
 * (cp-is.md 7).
 *
 * @param planId of the acknowledged plan
 */
public record CpIsWithdrawal(PlanType type, String planId, Cause cause) {

    /** The two cases in which a council sends a delete date. */
    public enum Cause {
        UPLOADED_IN_ERROR,
        /** The end date was refused because it came more than about 365 days late. */
        END_REFUSED_AFTER_365_DAYS
    }

    public CpIsWithdrawal {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(planId, "planId");
        Objects.requireNonNull(cause, "cause");
    }

    /** The record to send; empty if CP-IS does not hold the plan, or has acknowledged its removal before. */
    public Optional<CpIsRecord> from(CpIsPerson acknowledged, LocalDate today) {
        return acknowledged.plansOf(type).stream()
                .filter(plan -> plan.planId().equals(planId) && plan.delete().isEmpty())
                .findFirst()
                .map(plan -> new CpIsRecord(acknowledged.subject(), List.of(plan.deletedOn(today))));
    }
}
