package uk.gov.warwickshire.mappings.source.cin.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import uk.gov.warwickshire.mappings.source.cin.CensusValue;

/** Which of several things of a child begin while another of them runs. */
final class Spans {

    private Spans() {}

    /**
     * From its first day to the day before its last: the next may begin on the day the one before ends. Without an end
     * it runs to the end of the census year.
     */
    static boolean covers(
            Optional<CensusValue> start, Optional<CensusValue> end, LocalDate yearEnd, Optional<LocalDate> day) {
        return day.filter(d -> Days.of(start).filter(s -> !d.isBefore(s)).isPresent())
                .filter(d -> end.isPresent() ? Days.of(end).filter(d::isBefore).isPresent() : !d.isAfter(yearEnd))
                .isPresent();
    }

    /** Of two that begin on the same day the second is the one that begins within the other. */
    static <T> List<T> startingWithin(
            List<T> all,
            Function<T, Optional<CensusValue>> start,
            Function<T, Optional<CensusValue>> end,
            LocalDate yearEnd) {
        return starting(all, start, end, yearEnd, false);
    }

    /** As {@link #startingWithin}, where nothing may begin on the last day of another either. */
    static <T> List<T> startingWithinOrOnLast(
            List<T> all,
            Function<T, Optional<CensusValue>> start,
            Function<T, Optional<CensusValue>> end,
            LocalDate yearEnd) {
        return starting(all, start, end, yearEnd, true);
    }

    private static <T> List<T> starting(
            List<T> all,
            Function<T, Optional<CensusValue>> start,
            Function<T, Optional<CensusValue>> end,
            LocalDate yearEnd,
            boolean orOnLast) {
        return IntStream.range(0, all.size())
                .filter(i -> IntStream.range(0, all.size()).anyMatch(j -> {
                    Optional<LocalDate> own = Days.of(start.apply(all.get(i)));
                    boolean sameDay = own.equals(Days.of(start.apply(all.get(j))));
                    return i != j
                            && (!sameDay || i > j)
                            && (covers(start.apply(all.get(j)), end.apply(all.get(j)), yearEnd, own)
                                    || (orOnLast && Days.same(start.apply(all.get(i)), end.apply(all.get(j)))));
                }))
                .mapToObj(all::get)
                .toList();
    }
}
