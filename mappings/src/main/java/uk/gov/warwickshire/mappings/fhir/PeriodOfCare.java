package uk.gov.warwickshire.mappings.fhir;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.gov.warwickshire.mappings.record.LookedAfter.Episode;
import uk.gov.warwickshire.mappings.record.Period;

/** The episodes that share a `clae_cla_id`: the time a child was looked after without a break, in order of their start. */
record PeriodOfCare(String id, List<Episode> episodes) {

    static List<PeriodOfCare> of(List<Episode> episodes) {
        Map<String, List<Episode>> grouped = episodes.stream()
                .sorted(Comparator.comparing((Episode e) -> e.period().start().orElse(LocalDate.MIN))
                        .thenComparing(Episode::id))
                .collect(Collectors.groupingBy(
                        e -> e.periodOfCareId().orElse(e.id()), LinkedHashMap::new, Collectors.toList()));
        return grouped.entrySet().stream()
                .map(entry -> new PeriodOfCare(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }

    Episode first() {
        return episodes.get(0);
    }

    Episode last() {
        return episodes.get(episodes.size() - 1);
    }

    /** From the day the child entered care; open while one episode is. */
    Period period() {
        Optional<LocalDate> start = episodes.stream()
                .flatMap(e -> Stream.of(e.enteredCare(), e.period().start()))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
        boolean open = episodes.stream().anyMatch(e -> e.period().end().isEmpty());
        Optional<LocalDate> end = open
                ? Optional.empty()
                : episodes.stream().flatMap(e -> e.period().end().stream()).max(Comparator.naturalOrder());
        return new Period(start, end);
    }
}
