package uk.gov.warwickshire.mappings.cpis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import uk.gov.warwickshire.mappings.cpis.CpIsScope.Meaning;
import uk.gov.warwickshire.mappings.cpis.CpIsStatus.Problem;
import uk.gov.warwickshire.mappings.record.LookedAfter;
import uk.gov.warwickshire.mappings.record.LookedAfter.Episode;
import uk.gov.warwickshire.mappings.record.LookedAfter.LegalStatus;
import uk.gov.warwickshire.mappings.record.Period;

/**
 * Looked-after statuses of a child. A status begins with the first shared legal status of a period of care and goes on
 * until the care ends or a status begins that is not shared: an order between the two does not take the child off.
 */
final class LookedAfterStatus {

    private final CpIsScope scope;

    LookedAfterStatus(CpIsScope scope) {
        this.scope = scope;
    }

    void read(LookedAfter rows, Found found) {
        for (var care : periodsOfCare(rows).entrySet()) {
            if (!found.isRecent(care.getValue().end())) {
                continue;
            }
            Optional<LocalDate> start = care.getValue().start();
            if (start.isPresent()) {
                read(care.getKey(), start.get(), care.getValue().end(), rows.legalStatuses(), found);
            } else {
                found.problem(Problem.PLAN_WITHOUT_START_DATE, care.getValue().end());
            }
        }
    }

    private void read(
            String careId, LocalDate start, Optional<LocalDate> end, List<LegalStatus> statuses, Found found) {
        List<LegalStatus> during = statuses.stream()
                .filter(s -> overlaps(s.period(), start, end))
                // On one day a shared status comes last, so that it is the one that counts.
                .sorted(Comparator.comparing((LegalStatus s) -> beginning(s, start))
                        .thenComparing(s -> scope.meaningOf(s.status())))
                .toList();
        if (during.isEmpty()) {
            found.problem(Problem.LEGAL_STATUS_MISSING, end);
        }
        Optional<LocalDate> open = Optional.empty();
        int spans = 0;
        for (LegalStatus status : during) {
            Meaning meaning = scope.meaningOf(status.status());
            if (meaning == Meaning.UNKNOWN) {
                found.problem(Problem.LEGAL_STATUS_UNKNOWN, end);
            } else if (meaning == Meaning.SHARED && open.isEmpty()) {
                open = Optional.of(beginning(status, start));
                spans++;
            } else if (meaning == Meaning.NOT_SHARED && open.isPresent()) {
                found.plan(PlanType.LAC, id(careId, spans), open.get(), Optional.of(beginning(status, start)));
                open = Optional.empty();
            }
        }
        if (open.isPresent()) {
            found.plan(PlanType.LAC, id(careId, spans), open.get(), end);
        } else if (!during.isEmpty() && spans == 0) {
            found.notShared();
        }
    }

    private static String id(String careId, int span) {
        return span == 1 ? careId : careId + "#" + span;
    }

    private static LocalDate beginning(LegalStatus status, LocalDate careStart) {
        return status.period().start().filter(s -> s.isAfter(careStart)).orElse(careStart);
    }

    private static boolean overlaps(Period period, LocalDate start, Optional<LocalDate> end) {
        boolean startsInTime =
                end.isEmpty() || period.start().map(s -> !s.isAfter(end.get())).orElse(true);
        return startsInTime && period.end().map(e -> !e.isBefore(start)).orElse(true);
    }

    /** By id of the period of care. Without any episode the legal statuses themselves say how long the care lasts. */
    private static Map<String, Period> periodsOfCare(LookedAfter rows) {
        if (rows.episodes().isEmpty()) {
            List<Period> statuses =
                    rows.legalStatuses().stream().map(LegalStatus::period).toList();
            return statuses.isEmpty()
                    ? Map.of()
                    : Map.of(rows.legalStatuses().get(0).id(), hull(statuses.stream(), statuses));
        }
        Map<String, List<Episode>> grouped = new LinkedHashMap<>();
        for (Episode episode : rows.episodes()) {
            grouped.computeIfAbsent(episode.periodOfCareId().orElse(episode.id()), id -> new ArrayList<>())
                    .add(episode);
        }
        Map<String, Period> periods = new LinkedHashMap<>();
        grouped.forEach((id, episodes) -> periods.put(id, period(episodes)));
        return periods;
    }

    private static Period period(List<Episode> episodes) {
        List<Period> periods = episodes.stream().map(Episode::period).toList();
        Stream<Period> entered = episodes.stream().map(e -> new Period(e.enteredCare(), Optional.empty()));
        return hull(Stream.concat(entered, periods.stream()), periods);
    }

    private static Period hull(Stream<Period> starts, List<Period> ends) {
        Optional<LocalDate> start = starts.flatMap(p -> p.start().stream()).min(Comparator.naturalOrder());
        boolean open = ends.stream().anyMatch(p -> p.end().isEmpty());
        Optional<LocalDate> end = open
                ? Optional.empty()
                : ends.stream().flatMap(p -> p.end().stream()).max(Comparator.naturalOrder());
        return new Period(start, end);
    }
}
