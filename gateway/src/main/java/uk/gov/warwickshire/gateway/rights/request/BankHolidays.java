package uk.gov.warwickshire.gateway.rights.request;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Days on which offices in England and Wales are closed. The days are data, a line for each, and must be added as the
 * Government announces them: in a year that the file does not know only weekends count, so that a last day is then too
 * early rather than too late.
 */
public final class BankHolidays {

    private static final String FILE = "/rights/bank-holidays-england-and-wales.csv";

    private final Set<LocalDate> days;

    private BankHolidays(Set<LocalDate> days) {
        this.days = Set.copyOf(days);
    }

    /** Those of the file that is shipped. */
    public static BankHolidays shipped() {
        try (InputStream in = Objects.requireNonNull(BankHolidays.class.getResourceAsStream(FILE), FILE)) {
            return new BankHolidays(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("date"))
                    .map(line -> LocalDate.parse(line.substring(0, line.indexOf(','))))
                    .collect(Collectors.toSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean knows(int year) {
        return days.stream().anyMatch(day -> day.getYear() == year);
    }

    public boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !days.contains(day);
    }

    /** The day itself, or the next one on which offices are open. */
    public LocalDate workingDayFrom(LocalDate day) {
        LocalDate open = day;
        while (!isWorkingDay(open)) {
            open = open.plusDays(1);
        }
        return open;
    }
}
