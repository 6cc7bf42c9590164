package uk.gov.warwickshire.mappings.source;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as extracts write them: {@code 2024-12-10}, {@code 10/12/2024}, {@code 20241210}, each with or without a time,
 * which is left out. Day before month always: American order is refused where it shows and cannot be told otherwise.
 */
public final class SourceDates {

    private static final String TIME = "(?:[T ]\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?(?:Z|[+-]\\d{2}:?\\d{2})?)?";
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})" + TIME);
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})" + TIME);
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})" + TIME);

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    private SourceDates() {}

    /** Whether it lies in the years 1900 to 2199; others are slips of the key, not dates of a child. */
    public static boolean isPlausible(LocalDate date) {
        return !date.isBefore(EARLIEST) && !date.isAfter(LATEST);
    }

    /** The date, or empty if the text is none. */
    public static Optional<LocalDate> parse(String text) {
        String date = text.strip();
        // What nearly every extract has; the patterns cost ten times as much.
        if (date.length() >= 10 && date.charAt(4) == '-' && date.charAt(7) == '-') {
            Matcher iso = YEAR_FIRST.matcher(date);
            return iso.matches() ? of(iso, 1, 2, 3) : Optional.empty();
        }
        for (Pattern pattern : new Pattern[] {YEAR_FIRST, COMPACT}) {
            Matcher yearFirst = pattern.matcher(date);
            if (yearFirst.matches()) {
                return of(yearFirst, 1, 2, 3);
            }
        }
        Matcher dayFirst = DAY_FIRST.matcher(date);
        return dayFirst.matches() ? of(dayFirst, 3, 2, 1) : Optional.empty();
    }

    private static Optional<LocalDate> of(Matcher found, int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(found.group(year)),
                    Integer.parseInt(found.group(month)),
                    Integer.parseInt(found.group(day))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
