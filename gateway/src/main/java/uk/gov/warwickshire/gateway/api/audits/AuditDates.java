package uk.gov.warwickshire.gateway.api.audits;

import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time between two moments that the values of a date parameter leave together. A value stands for all of its year,
 * month, day or second; without a time zone it is the council's.
 *
 * @param from inclusive
 * @param until exclusive
 */
record AuditDates(Instant from, Instant until) {

    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final Pattern VALUE =
            Pattern.compile("(eq|ge|gt|le|lt|sa|eb)?(\\d{4}(-\\d\\d(-\\d\\d(T[0-9:.+Z-]+)?)?)?)");
    private static final int YEAR = 4;
    private static final int MONTH = 7;
    private static final int DAY = 10;

    /** @throws InvalidRequestException for what is no date */
    AuditDates and(String value) {
        Matcher parts = VALUE.matcher(value);
        if (!parts.matches()) {
            throw new InvalidRequestException("not a date");
        }
        AuditDates meant;
        try {
            meant = meant(parts.group(2));
        } catch (DateTimeException e) {
            throw new InvalidRequestException("not a date");
        }
        return switch (parts.group(1) == null ? "eq" : parts.group(1)) {
            case "ge" -> within(meant.from, until);
            case "gt", "sa" -> within(meant.until, until);
            case "le" -> within(from, meant.until);
            case "lt", "eb" -> within(from, meant.from);
            default -> within(meant.from, meant.until);
        };
    }

    private AuditDates within(Instant first, Instant end) {
        return new AuditDates(first.isAfter(from) ? first : from, end.isBefore(until) ? end : until);
    }

    private static AuditDates meant(String text) {
        return switch (text.length()) {
            case YEAR ->
                days(Year.parse(text).atDay(1), Year.parse(text).plusYears(1).atDay(1));
            case MONTH ->
                days(
                        YearMonth.parse(text).atDay(1),
                        YearMonth.parse(text).plusMonths(1).atDay(1));
            case DAY -> days(LocalDate.parse(text), LocalDate.parse(text).plusDays(1));
            default -> {
                Instant first = text.matches(".*T.*(Z|[+-]\\d\\d:\\d\\d)")
                        ? OffsetDateTime.parse(text).toInstant()
                        : LocalDateTime.parse(text).atZone(ZONE).toInstant();
                yield new AuditDates(first, first.plus(1, text.contains(".") ? ChronoUnit.MILLIS : ChronoUnit.SECONDS));
            }
        };
    }

    private static AuditDates days(LocalDate first, LocalDate end) {
        return new AuditDates(
                first.atStartOfDay(ZONE).toInstant(), end.atStartOfDay(ZONE).toInstant());
    }
}
