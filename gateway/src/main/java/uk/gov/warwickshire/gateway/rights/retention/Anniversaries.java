package uk.gov.warwickshire.gateway.rights.retention;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.Year;

/** Anniversaries as a council counts them: of 29 February it is 1 March where the year has none, the later of the two. */
final class Anniversaries {

    private static final MonthDay LEAP_DAY = MonthDay.of(Month.FEBRUARY, 29);

    private Anniversaries() {}

    static LocalDate of(LocalDate day, int years) {
        int year = day.getYear() + years;
        return MonthDay.from(day).equals(LEAP_DAY) && !Year.isLeap(year)
                ? LocalDate.of(year, Month.MARCH, 1)
                : day.plusYears(years);
    }
}
