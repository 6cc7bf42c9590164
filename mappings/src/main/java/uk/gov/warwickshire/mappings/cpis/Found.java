package uk.gov.warwickshire.mappings.cpis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.gov.warwickshire.mappings.cpis.CpIsStatus.Problem;

/** What the rows of one child say, gathered while they are read: confined to one derivation. */
final class Found {

    private final LocalDate today;
    private final LocalDate oldestEnd;
    private final List<CpIsPlan> plans = new ArrayList<>();
    private final Set<Problem> problems = EnumSet.noneOf(Problem.class);
    private boolean notShared;

    Found(LocalDate today, CpIsScope scope) {
        this.today = today;
        this.oldestEnd = today.minusDays(scope.visibleDays());
    }

    /** Whether a row that ended then can still matter. */
    boolean isRecent(Optional<LocalDate> end) {
        return end.map(e -> !e.isBefore(oldestEnd)).orElse(true);
    }

    void plan(PlanType type, String id, LocalDate start, Optional<LocalDate> end) {
        if (end.filter(e -> e.isBefore(start)).isEmpty()) {
            plans.add(new CpIsPlan(type, id, start, end, Optional.empty()));
        }
    }

    void problem(Problem problem) {
        problems.add(problem);
    }

    void notShared() {
        notShared = true;
    }

    Set<Problem> problems() {
        return problems;
    }

    /** Begun, and not ended too long ago. An end that lies ahead is not yet one. */
    List<CpIsPlan> visible() {
        return Spans.coalesce(plans).stream()
                .filter(plan -> !plan.start().isAfter(today) && isRecent(plan.end()))
                .map(plan -> plan.end().filter(e -> e.isAfter(today)).isPresent()
                        ? CpIsPlan.open(plan.type(), plan.planId(), plan.start())
                        : plan)
                .toList();
    }

    CpIsStatus.Reason whyNothing() {
        if (plans.stream().anyMatch(plan -> plan.start().isAfter(today))) {
            return CpIsStatus.Reason.NOT_STARTED;
        }
        if (!plans.isEmpty()) {
            return CpIsStatus.Reason.ENDED;
        }
        return notShared ? CpIsStatus.Reason.NOT_SHARED : CpIsStatus.Reason.NO_STATUS;
    }
}
