package uk.gov.warwickshire.mappings.source.cin.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.HashSet;
import java.util.Set;

/** Working days in England: without weekends and bank holidays, those that were moved or granted once included. */
final class WorkingDays {

    /** Once only: VE Day moved, Platinum Jubilee, state funeral, coronation. */
    private static final Set<LocalDate> GRANTED = Set.of(
            LocalDate.of(2020, Month.MAY, 8),
            LocalDate.of(2022, Month.JUNE, 2),
            LocalDate.of(2022, Month.JUNE, 3),
            LocalDate.of(2022, Month.SEPTEMBER, 19),
            LocalDate.of(2023, Month.MAY, 8));
    /** What those of 2020 and 2022 replaced. */
    private static final Set<LocalDate> MOVED =
            Set.of(LocalDate.of(2020, Month.MAY, 4), LocalDate.of(2022, Month.MAY, 30));

    private WorkingDays() {}

    /** The day that lies so many working days before another. */
    static LocalDate before(LocalDate day, int workingDays) {
        LocalDate earlier = day;
        int left = workingDays;
        while (left > 0) {
            earlier = earlier.minusDays(1);
            left -= isWorkingDay(earlier) ? 1 : 0;
        }
        return earlier;
    }

    static boolean isWorkingDay(LocalDate day) {
        return !isWeekend(day) && !holidays(day.getYear()).contains(day);
    }

    private static Set<LocalDate> holidays(int year) {
        Set<LocalDate> holidays = new HashSet<>();
        LocalDate easter = easter(year);
        holidays.add(easter.minusDays(2));
        holidays.add(easter.plusDays(1));
        holidays.add(LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY)));
        holidays.add(LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)));
        holidays.add(LocalDate.of(year, Month.AUGUST, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)));
        holidays.removeAll(MOVED);
        holidays.addAll(GRANTED);
        addSubstituted(holidays, LocalDate.of(year, Month.JANUARY, 1));
        addSubstituted(holidays, LocalDate.of(year, Month.DECEMBER, 25));
        addSubstituted(holidays, LocalDate.of(year, Month.DECEMBER, 26));
        return holidays;
    }

    /** One that falls on a weekend is kept on the next weekday that is no holiday yet. */
    private static void addSubstituted(Set<LocalDate> holidays, LocalDate day) {
        LocalDate kept = day;
        while (isWeekend(kept) || holidays.contains(kept)) {
            kept = kept.plusDays(1);
        }
        holidays.add(kept);
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876). */
    static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
        int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
        return LocalDate.of(year, f / 31, f % 31 + 1);
    }
}
