package uk.gov.warwickshire.mappings.cpis;

import java.util.List;
import java.util.Objects;

/**
 * One record of the upload file: a subject and at most one plan of each type. A plan of an unborn child stands alone,
 * because its subject template is another one than that of a child (cp-is.md 5).
 */
public record CpIsRecord(CpIsSubject subject, List<CpIsPlan> plans) {

    public CpIsRecord {
        Objects.requireNonNull(subject, "subject");
        plans = List.copyOf(plans);
        long types = plans.stream().map(CpIsPlan::type).distinct().count();
        if (plans.isEmpty() || types != plans.size()) {
            throw new IllegalArgumentException("a record holds at least one plan and one of each type at most");
        }
        if (types > 1 && plans.stream().anyMatch(p -> p.type() == PlanType.UCP)) {
            throw new IllegalArgumentException("the plan of an unborn child stands in a record of its own");
        }
    }

    public boolean isUnborn() {
        return plans.get(0).type() == PlanType.UCP;
    }
}
