package uk.gov.warwickshire.gateway.rights.retention;

import java.time.Instant;
import java.time.ZoneOffset;
import uk.gov.warwickshire.gateway.common.WorkTrace;

/** How long a trace of the gateway's own work is kept, in whole months. */
public record TracePeriod(WorkTrace trace, int months, String ground) {

    /** What is older on this day is disposed of. */
    public Instant cutoff(Instant now) {
        return now.atZone(ZoneOffset.UTC).minusMonths(months).toInstant();
    }

    /** As people read it. */
    public String period() {
        return months % 12 == 0 ? years(months / 12) : months + (months == 1 ? " month" : " months");
    }

    private static String years(int years) {
        return years + (years == 1 ? " year" : " years");
    }
}
