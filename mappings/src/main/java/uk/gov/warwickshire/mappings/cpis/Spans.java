package uk.gov.warwickshire.mappings.cpis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Arithmetic on plans as spans of days. */
final class Spans {

    private Spans() {}

    /**
     * Joins plans of one type that overlap. CP-IS holds a status, not a plan: twins under two plans are one status of
     * their mother. The joined plan keeps the id of the one that began first.
     */
    static List<CpIsPlan> coalesce(List<CpIsPlan> plans) {
        List<CpIsPlan> joined = new ArrayList<>();
        for (PlanType type : PlanType.values()) {
            List<CpIsPlan> ofType = plans.stream()
                    .filter(p -> p.type() == type)
                    .sorted(Comparator.comparing(CpIsPlan::start).thenComparing(CpIsPlan::planId))
                    .toList();
            int first = joined.size();
            for (CpIsPlan plan : ofType) {
                int last = joined.size() - 1;
                if (last >= first && overlap(joined.get(last), plan)) {
                    joined.set(last, join(joined.get(last), plan));
                } else {
                    joined.add(plan);
                }
            }
        }
        return joined;
    }

    /** What counts on a day: begun, and not ended too long ago. An end that lies ahead is not yet one. */
    static List<CpIsPlan> on(LocalDate day, List<CpIsPlan> plans, int visibleDays) {
        return coalesce(plans).stream()
                .filter(plan -> !plan.start().isAfter(day) && isRecent(plan.end(), day, visibleDays))
                .map(plan -> plan.end().filter(e -> e.isAfter(day)).isPresent()
                        ? CpIsPlan.open(plan.type(), plan.planId(), plan.start())
                        : plan)
                .toList();
    }

    /** Whether what ended then still counts on the day. */
    static boolean isRecent(Optional<LocalDate> end, LocalDate day, int visibleDays) {
        return end.map(e -> !e.isBefore(day.minusDays(visibleDays))).orElse(true);
    }

    private static boolean overlap(CpIsPlan earlier, CpIsPlan later) {
        return earlier.end().map(end -> !later.start().isAfter(end)).orElse(true);
    }

    private static CpIsPlan join(CpIsPlan earlier, CpIsPlan later) {
        Optional<LocalDate> end = earlier.end().flatMap(e -> later.end().map(l -> l.isAfter(e) ? l : e));
        return new CpIsPlan(earlier.type(), earlier.planId(), earlier.start(), end, Optional.empty());
    }
}
