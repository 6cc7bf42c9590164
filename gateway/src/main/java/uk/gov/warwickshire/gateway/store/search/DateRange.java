package uk.gov.warwickshire.gateway.store.search;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time a FHIR date means: `2025-04` is the whole of April. Dates without a time zone are UTC, in resources and in
 * questions alike, as on a HAPI server that runs in UTC.
 *
 * @param low the first instant; {@link Instant#MIN} without beginning
 * @param high the first instant after it; {@link Instant#MAX} without end
 */
public record DateRange(Instant low, Instant high) {

    private static final Pattern FORMAT =
            Pattern.compile("(?!0000)(\\d{4})(?:-(\\d{2})(?:-(\\d{2})(?:T(\\d{2}):(\\d{2})"
                    + "(?::(\\d{2})(?:\\.(\\d{1,9}))?)?(Z|[+-]\\d{2}:\\d{2})?)?)?)?");

    public DateRange {
        if (!low.isBefore(high)) {
            throw new IllegalArgumentException("a range of dates ends before it begins");
        }
    }

    /**
     * What a question means by it.
     *
     * @return empty unless the text is a date, a partial date, or a date and time of FHIR
     */
    public static Optional<DateRange> parse(String text) {
        return parse(text, ChronoUnit.SECONDS);
    }

    /**
     * What an element means by it. Where it gives seconds it is an instant and no range of a second, as on a HAPI server
     * (R4 leaves it open), so that who asks for `09:15:00.000Z` finds `09:15:00Z`.
     *
     * @return empty unless the text is a date, a partial date, or a date and time of FHIR
     */
    static Optional<DateRange> ofElement(String text) {
        return parse(text, ChronoUnit.MILLIS);
    }

    private static Optional<DateRange> parse(String text, ChronoUnit ofSeconds) {
        Matcher parts = FORMAT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(range(parts, ofSeconds));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** A period of two FHIR dates, each of which may be absent; empty if it has neither or is upside down. */
    static Optional<DateRange> period(Optional<String> start, Optional<String> end) {
        Instant low = start.flatMap(DateRange::ofElement).map(DateRange::low).orElse(Instant.MIN);
        Instant high = end.flatMap(DateRange::ofElement).map(DateRange::high).orElse(Instant.MAX);
        boolean known = !low.equals(Instant.MIN) || !high.equals(Instant.MAX);
        return known && low.isBefore(high) ? Optional.of(new DateRange(low, high)) : Optional.empty();
    }

    /** Wider on both sides by a tenth of the time between now and the date, as R4 recommends for `ap`. */
    DateRange approximate(Instant now) {
        Duration tenth = Duration.between(low, now).abs().dividedBy(10);
        return new DateRange(low.minus(tenth), high.plus(tenth));
    }

    private static DateRange range(Matcher parts, ChronoUnit ofSeconds) {
        int year = number(parts, 1);
        if (parts.group(2) == null) {
            return days(LocalDate.of(year, 1, 1), day -> day.plusYears(1));
        }
        if (parts.group(3) == null) {
            return days(YearMonth.of(year, number(parts, 2)).atDay(1), day -> day.plusMonths(1));
        }
        LocalDate day = LocalDate.of(year, number(parts, 2), number(parts, 3));
        return parts.group(4) == null ? days(day, from -> from.plusDays(1)) : time(day, parts, ofSeconds);
    }

    private static DateRange days(LocalDate from, Function<LocalDate, LocalDate> next) {
        return new DateRange(midnight(from), midnight(next.apply(from)));
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private static DateRange time(LocalDate day, Matcher parts, ChronoUnit ofSeconds) {
        LocalTime minute = LocalTime.of(number(parts, 4), number(parts, 5));
        ZoneOffset zone = parts.group(8) == null ? ZoneOffset.UTC : ZoneOffset.of(parts.group(8));
        OffsetDateTime from = LocalDateTime.of(day, minute).atOffset(zone);
        if (parts.group(6) == null) {
            return instants(from, ChronoUnit.MINUTES);
        }
        OffsetDateTime second = from.withSecond(number(parts, 6));
        return parts.group(7) == null
                ? instants(second, ofSeconds)
                : instants(second.withNano(nanos(parts.group(7))), ChronoUnit.MILLIS);
    }

    /** FHIR servers keep milliseconds. */
    private static DateRange instants(OffsetDateTime from, ChronoUnit precision) {
        Temporal low = from.truncatedTo(precision);
        Instant first = Instant.from(low);
        return new DateRange(first, first.plus(1, precision));
    }

    private static int nanos(String fraction) {
        return Integer.parseInt((fraction + "00000000").substring(0, 9));
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }
}
