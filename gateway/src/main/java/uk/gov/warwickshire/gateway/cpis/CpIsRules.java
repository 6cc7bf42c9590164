package uk.gov.warwickshire.gateway.cpis;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/** The settings of this room with the clock they are measured by. */
record CpIsRules(GatewaySettings.CpIs settings, Clock clock) {

    /** Days begin and end where the council is. */
    private static final ZoneId COUNCIL = ZoneId.of("Europe/London");

    Instant now() {
        return clock.instant();
    }

    OffsetDateTime nowHere() {
        return now().atZone(COUNCIL).toOffsetDateTime();
    }

    LocalDate today() {
        return dayOf(now());
    }

    LocalDate dayOf(Instant time) {
        return LocalDate.ofInstant(time, COUNCIL);
    }

    /** The day of the books, as every delivery's. */
    LocalDate bookDay() {
        return LocalDate.ofInstant(now(), ZoneOffset.UTC);
    }
}
