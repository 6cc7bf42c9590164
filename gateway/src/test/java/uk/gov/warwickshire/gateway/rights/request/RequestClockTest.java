package uk.gov.warwickshire.gateway.rights.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The last day, worked by hand from the Commissioner's guidance and a calendar. */
class RequestClockTest {

    private final RequestClock clock = new RequestClock(BankHolidays.shipped());

    @ParameterizedTest(name = "{0}: {1}, extended {2} ({3})")
    @CsvSource({
        "2026-09-03, 2026-10-05, 2026-12-03, corresponding date is a Saturday",
        "2026-11-24, 2026-12-24, 2027-02-24, Christmas Eve is a working day",
        "2026-11-25, 2026-12-29, 2027-02-25, Christmas Day then a weekend then the substitute of Boxing Day",
        "2026-11-26, 2026-12-29, 2027-02-26, a Saturday",
        "2026-12-01, 2027-01-04, 2027-03-01, New Year's Day is a Friday",
        "2026-01-31, 2026-03-02, 2026-04-30, no 31 February: the 28th is a Saturday",
        "2024-01-31, 2024-02-29, 2024-04-30, leap year",
        "2024-01-29, 2024-02-29, 2024-04-29, leap year and the date exists",
        "2027-01-29, 2027-03-01, 2027-04-29, 28 February is a Sunday",
        "2026-03-03, 2026-04-07, 2026-06-03, Good Friday to Easter Monday",
        "2026-05-31, 2026-06-30, 2026-09-01, extended: 31 August is a bank holiday",
        "2026-10-31, 2026-11-30, 2027-02-01, extended: 31 January is a Sunday",
        "2026-08-15, 2026-09-15, 2026-11-16, received on a Saturday: the month runs all the same"
    })
    void lastDay(LocalDate received, LocalDate due, LocalDate extended, String why) {
        assertThat(clock.dueOn(received)).as(why).isEqualTo(due);
        assertThat(clock.extendedDueOn(received)).as(why).isEqualTo(extended);
    }

    @ParameterizedTest(name = "{0} days before: {1}, {2}")
    @CsvSource({
        "30, GREEN, 30 days left",
        "11, GREEN, 11 days left",
        "10, AMBER, 10 days left",
        "3, AMBER, 3 days left",
        "2, RED, 2 days left",
        "1, RED, 1 day left",
        "0, RED, due today",
        "-1, RED, overdue by 1 day",
        "-40, RED, overdue by 40 days"
    })
    void urgencyIsAColourAndWords(long daysBefore, Deadline.Urgency urgency, String words) {
        LocalDate due = LocalDate.of(2026, 12, 24);

        Deadline deadline = Deadline.of(due, true, due.minusDays(daysBefore));

        assertThat(deadline.urgency()).isEqualTo(urgency);
        assertThat(deadline.words()).isEqualTo(words);
        assertThat(Deadline.of(due, false, due.minusDays(daysBefore)).urgency()).isEqualTo(Deadline.Urgency.STOPPED);
    }

    @Test
    void theHolidaysReachFarEnough() {
        assertThat(BankHolidays.shipped().knows(2028)).isTrue();
        assertThat(BankHolidays.shipped().isWorkingDay(LocalDate.of(2028, 4, 17)))
                .isFalse();
        assertThat(BankHolidays.shipped().isWorkingDay(LocalDate.of(2029, 1, 1)))
                .as("a year that is not known has weekends alone")
                .isTrue();
    }
}
