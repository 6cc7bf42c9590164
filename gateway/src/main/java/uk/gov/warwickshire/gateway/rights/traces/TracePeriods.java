package uk.gov.warwickshire.gateway.rights.traces;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.TraceKind;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;
import uk.gov.warwickshire.gateway.settings.TraceSettings;

/** How long each kind of trace is kept. */
@Component
public class TracePeriods {

    private static final ZoneId COUNCIL = ZoneId.of("Europe/London");

    private final TraceSettings settings;

    TracePeriods(GatewaySettings settings) {
        this.settings = settings.traces();
    }

    public Period of(TraceKind kind) {
        return switch (kind) {
            case LEDGER -> settings.ledger();
            case AUDIT -> settings.audit();
            case DELIVERIES -> settings.deliveries();
            case CP_IS_FILES -> settings.cpIsFiles();
            case MESSAGES -> settings.messages();
            case FILES -> settings.files();
            case REPORTS -> settings.reports();
            case PACKS -> settings.packs();
            case LOGS -> Period.ofDays(settings.logDays());
        };
    }

    /** What is older goes. */
    Instant before(TraceKind kind, Instant now) {
        return now.atZone(COUNCIL).minus(of(kind)).toInstant();
    }

    /** As `25 years`, `1 year, 6 months`. */
    public static String words(Period period) {
        List<String> parts = new ArrayList<>();
        add(parts, period.getYears(), "year");
        add(parts, period.getMonths(), "month");
        add(parts, period.getDays(), "day");
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, int number, String unit) {
        if (number != 0) {
            parts.add("%d %s%s".formatted(number, unit, number == 1 ? "" : "s").toLowerCase(Locale.ROOT));
        }
    }
}
