package uk.gov.warwickshire.gateway.rights.request;

import java.time.LocalDate;

/**
 * The last day for an answer: one month, or three where the request is complex (UK GDPR article 12(3)). By the guidance of
 * the Information Commissioner the month runs from the day of receipt, working day or not, to the corresponding date of a
 * later month; where that month is shorter, to its last day; where the office is closed then, to the next working day.
 */
public final class RequestClock {

    private static final int MONTHS = 1;
    private static final int MONTHS_OF_EXTENSION = 2;

    private final BankHolidays holidays;

    public RequestClock(BankHolidays holidays) {
        this.holidays = holidays;
    }

    /** @param from day of receipt, or, where evidence of identity had to be asked for, the day on which it came */
    public LocalDate dueOn(LocalDate from) {
        return lastDay(from, MONTHS);
    }

    /** After an extension, of which the person must be told before the first last day. */
    public LocalDate extendedDueOn(LocalDate from) {
        return lastDay(from, MONTHS + MONTHS_OF_EXTENSION);
    }

    private LocalDate lastDay(LocalDate from, int months) {
        // plusMonths takes the last day of a shorter month.
        return holidays.workingDayFrom(from.plusMonths(months));
    }
}
