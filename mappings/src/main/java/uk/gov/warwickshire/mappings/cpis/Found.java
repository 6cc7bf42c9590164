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

    private static final LocalDate BEFORE_ALL = LocalDate.of(1, 1, 1);

    private final LocalDate today;
    private final int visibleDays;
    private final List<CpIsPlan> plans = new ArrayList<>();
    private final Set<Problem> problems = EnumSet.noneOf(Problem.class);
    private final List<CpIsTimeline.Unclear> unclear = new ArrayList<>();
    private boolean notShared;

    Found(LocalDate today, CpIsScope scope) {
        this.today = today;
        this.visibleDays = scope.visibleDays();
    }

    /** Finds everything, however long ago. */
    static Found ever(CpIsScope scope) {
        return new Found(BEFORE_ALL, scope);
    }

    /** Whether a row that ended then can still matter. */
    boolean isRecent(Optional<LocalDate> end) {
        return Spans.isRecent(end, today, visibleDays);
    }

    void plan(PlanType type, String id, LocalDate start, Optional<LocalDate> end) {
        if (end.filter(e -> e.isBefore(start)).isEmpty()) {
            plans.add(new CpIsPlan(type, id, start, end, Optional.empty()));
        }
    }

    void problem(Problem problem) {
        problems.add(problem);
    }

    /** @param end of what the problem is about; past the visible time it is none */
    void problem(Problem problem, Optional<LocalDate> end) {
        if (isRecent(end)) {
            problems.add(problem);
            unclear.add(new CpIsTimeline.Unclear(problem, end));
        }
    }

    void notShared() {
        notShared = true;
    }

    Set<Problem> problems() {
        return problems;
    }

    /** Begun, and not ended too long ago. An end that lies ahead is not yet one. */
    List<CpIsPlan> visible() {
        return Spans.on(today, plans, visibleDays);
    }

    /** Whatever the day. */
    List<CpIsPlan> all() {
        return Spans.coalesce(plans);
    }

    List<CpIsTimeline.Unclear> unclear() {
        return unclear;
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
