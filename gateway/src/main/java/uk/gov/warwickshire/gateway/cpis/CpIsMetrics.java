package uk.gov.warwickshire.gateway.cpis;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.delivery.DeliveryState;

/** Figures and health of the room; read from the database at most once in half a minute, whoever asks. */
@Component
class CpIsMetrics implements MeterBinder, HealthIndicator {

    private static final Duration KEEP = Duration.ofSeconds(30);

    private record Reading(
            Instant at,
            List<CpIsAlarm> alarms,
            CpIsReconciliation.Summary summary,
            Map<DeliveryState, Long> states,
            long backlog,
            double oldestUnacknowledged,
            double oldestHeld,
            long accesses) {}

    private final CpIsAlarms alarms;
    private final CpIsReconciliation reconciliation;
    private final CpIsAccessNotifications accesses;
    private final JdbcTemplate jdbc;
    private final CpIsRules rules;
    private @Nullable Reading reading;

    CpIsMetrics(
            CpIsAlarms alarms,
            CpIsReconciliation reconciliation,
            CpIsAccessNotifications accesses,
            JdbcTemplate jdbc,
            CpIsRules rules) {
        this.alarms = alarms;
        this.reconciliation = reconciliation;
        this.accesses = accesses;
        this.jdbc = jdbc;
        this.rules = rules;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (CpIsAlarm.Kind kind : CpIsAlarm.Kind.values()) {
            gauge(registry, "gateway.cpis.alarms", "kind", kind.name(), now -> count(now, kind));
        }
        for (CpIsReconciliationLine.Standing standing : CpIsReconciliationLine.Standing.values()) {
            gauge(registry, "gateway.cpis.persons", "standing", standing.name(), now -> now.summary()
                    .standings()
                    .getOrDefault(standing, 0L));
        }
        for (DeliveryState state : DeliveryState.values()) {
            gauge(registry, "gateway.cpis.uploads", "state", state.name(), now -> now.states()
                    .getOrDefault(state, 0L));
        }
        Gauge.builder(
                        "gateway.cpis.matched.percent",
                        this,
                        m -> m.now().summary().matchedPercent().orElse(Double.NaN))
                .description("Persons whose record CP-IS has taken, of those answered or not sendable; 95 is required")
                .register(registry);
        Gauge.builder("gateway.cpis.oldest.unacknowledged", this, m -> m.now().oldestUnacknowledged())
                .description("Age of the oldest file that was sent and not acknowledged; 0 if there is none")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("gateway.cpis.access.notifications.open", this, m -> m.now()
                        .accesses())
                .description("Views of records that no team has dealt with yet")
                .register(registry);
        gauge(registry, "gateway.delivery.backlog", "destination", "cp-is", Reading::backlog);
        gauge(registry, "gateway.oldest.held.seconds", "destination", "cp-is", Reading::oldestHeld);
    }

    /** DOWN while uploading stands still or children are withheld; what single children need is said as a detail. */
    @Override
    public Health health() {
        List<CpIsAlarm> current = now().alarms();
        boolean stands = current.stream().anyMatch(alarm -> switch (alarm.kind()) {
            case FILE_STOPPED,
                    FILE_NOT_ACKNOWLEDGED,
                    FILE_NOT_SENT,
                    FILE_NOT_LOADED,
                    NO_FILE_WRITTEN,
                    MAILBOX_NOT_READ,
                    WITHHELD,
                    NOT_EVALUATED -> true;
            default -> false;
        });
        Health.Builder health = stands ? Health.down() : Health.up();
        current.forEach(alarm -> health.withDetail(
                alarm.kind().name(),
                alarm.count() + " since " + alarm.since() + ": " + alarm.kind().meaning()));
        return health.build();
    }

    private void gauge(
            MeterRegistry registry, String name, String tag, String value, ToDoubleFunction<Reading> figure) {
        Gauge.builder(name, this, metrics -> figure.applyAsDouble(metrics.now()))
                .tag(tag, value)
                .register(registry);
    }

    private static double count(Reading now, CpIsAlarm.Kind kind) {
        return now.alarms().stream()
                .filter(alarm -> alarm.kind() == kind)
                .mapToLong(CpIsAlarm::count)
                .sum();
    }

    private synchronized Reading now() {
        Reading last = reading;
        Instant time = rules.now();
        if (last == null || last.at().plus(KEEP).isBefore(time)) {
            last = read(time);
            reading = last;
        }
        return last;
    }

    private Reading read(Instant time) {
        Map<DeliveryState, Long> states = jdbc
                .query(
                        "select state, count(*) from cpis_upload group by state",
                        (row, i) -> Map.entry(DeliveryState.valueOf(row.getString(1)), row.getLong(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        long backlog = states.entrySet().stream()
                .filter(entry -> switch (entry.getKey()) {
                    case PENDING, CLEARED, RETRYING, SENT -> true;
                    default -> false;
                })
                .mapToLong(Map.Entry::getValue)
                .sum();
        return new Reading(
                time,
                alarms.current(),
                reconciliation.summary(),
                states,
                backlog,
                age(
                        time,
                        "select min(coalesce(sent_at, attempted_at)) from cpis_file where state in ('SENT', 'UNKNOWN')"),
                age(time, "select min(created_at) from cpis_upload where state = 'HELD'"),
                accesses.countOpen());
    }

    private double age(Instant time, String since) {
        return jdbc.query(since, (row, i) -> Optional.ofNullable(row.getTimestamp(1))).stream()
                .flatMap(Optional::stream)
                .findFirst()
                .map(oldest ->
                        (double) Duration.between(oldest.toInstant(), time).toSeconds())
                .orElse(0.0);
    }
}
