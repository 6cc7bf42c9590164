package uk.gov.warwickshire.mappings.source.cin.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import uk.gov.warwickshire.mappings.source.cin.CensusPeriod;
import uk.gov.warwickshire.mappings.source.cin.CensusValue;

/** Comparisons of delivered dates. What is missing or no date breaks no rule about its order. */
final class Days {

    private Days() {}

    static Optional<LocalDate> of(Optional<CensusValue> value) {
        return value.flatMap(CensusValue::date);
    }

    static boolean before(Optional<CensusValue> one, Optional<CensusValue> other) {
        return of(one).filter(a -> of(other).filter(a::isBefore).isPresent()).isPresent();
    }

    static boolean same(Optional<CensusValue> one, Optional<CensusValue> other) {
        return of(one).filter(a -> of(other).filter(a::equals).isPresent()).isPresent();
    }

    static boolean outside(Optional<CensusValue> value, CensusPeriod period) {
        return of(value).filter(day -> !period.contains(day)).isPresent();
    }

    static boolean after(Optional<CensusValue> value, LocalDate day) {
        return of(value).filter(d -> d.isAfter(day)).isPresent();
    }

    static boolean before(Optional<CensusValue> value, LocalDate day) {
        return of(value).filter(d -> d.isBefore(day)).isPresent();
    }

    /** Missing, no date, or after the census year. */
    static boolean missingOrAfter(Optional<CensusValue> value, CensusPeriod period) {
        return of(value).filter(d -> !d.isAfter(period.end())).isEmpty();
    }

    static boolean weekend(Optional<CensusValue> value) {
        return of(value)
                .map(LocalDate::getDayOfWeek)
                .filter(d -> d == DayOfWeek.SATURDAY || d == DayOfWeek.SUNDAY)
                .isPresent();
    }
}
