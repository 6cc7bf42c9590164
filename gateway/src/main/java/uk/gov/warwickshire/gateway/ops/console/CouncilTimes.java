package uk.gov.warwickshire.gateway.ops.console;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Times as the council's clocks show them, and how long ago that is; `${times}` in every template of the console. */
@Component
public final class CouncilTimes {

    /** Where the council is. */
    public static final ZoneId COUNCIL = ZoneId.of("Europe/London");

    private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.UK);
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm:ss", Locale.UK);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter HL7 = DateTimeFormatter.ofPattern("yyyyMMddHHmmss[xx]", Locale.UK);
    private static final int HOURS_IN_WORDS = 48;

    private final Clock clock;

    CouncilTimes(Clock clock) {
        this.clock = clock;
    }

    public String at(Instant moment) {
        return AT.format(moment.atZone(COUNCIL));
    }

    /** To the second. */
    public String exact(Instant moment) {
        return EXACT.format(moment.atZone(COUNCIL));
    }

    /** A time as HL7 writes it, with a zone or in council time; as it came where it is none. */
    public String hl7(String written) {
        try {
            TemporalAccessor time = HL7.parseBest(written, OffsetDateTime::from, LocalDateTime::from);
            return AT.format(
                    time instanceof OffsetDateTime zoned
                            ? zoned.atZoneSameInstant(COUNCIL)
                            : LocalDateTime.from(time).atZone(COUNCIL));
        } catch (DateTimeException notATime) {
            return written;
        }
    }

    public String day(LocalDate day) {
        return DAY.format(day);
    }

    /** How long ago, to the largest unit that says something: "2 hours". */
    public String since(Instant moment) {
        return words(Duration.between(moment, clock.instant()).abs());
    }

    private static String words(Duration time) {
        if (time.toMinutes() < 1) {
            return count(time.toSeconds(), "second");
        }
        if (time.toHours() < 1) {
            return count(time.toMinutes(), "minute");
        }
        return time.toHours() < HOURS_IN_WORDS ? count(time.toHours(), "hour") : count(time.toDays(), "day");
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
