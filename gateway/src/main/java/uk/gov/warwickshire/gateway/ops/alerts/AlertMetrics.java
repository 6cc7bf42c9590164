package uk.gov.warwickshire.gateway.ops.alerts;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * `gateway_alert_firing{rule,severity}` for every rule, firing or not; `gateway_alert_notices{state}` of the last day; and
 * `gateway_alert_evaluation_age_seconds`, which grows if nobody looks. Read at most every ten seconds.
 */
@Component
class AlertMetrics implements MeterBinder {

    private static final Duration KEPT = Duration.ofSeconds(10);

    private record Reading(Instant at, Map<String, Long> firing, AlertHistory.Figures figures) {}

    private final AlertRules rules;
    private final Alerts alerts;
    private final AlertHistory history;
    private final DatabaseAlarm database;
    private final Clock clock;
    private @Nullable Reading reading;

    AlertMetrics(AlertRules rules, Alerts alerts, AlertHistory history, DatabaseAlarm database, Clock clock) {
        this.rules = rules;
        this.alerts = alerts;
        this.history = history;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (AlertRule rule : rules.all()) {
            Gauge.builder("gateway.alert.firing", this, metrics -> metrics.firing(rule))
                    .description("Of how many things the rule complains now")
                    .tag("rule", rule.name())
                    .tag("severity", rule.severity().word())
                    .register(registry);
        }
        notices(registry, "pending", AlertHistory.Figures::pending);
        notices(registry, "failed", AlertHistory.Figures::failed);
        Gauge.builder("gateway.alert.evaluation.age", this, metrics -> Duration.between(
                                metrics.now().figures().evaluatedAt(), metrics.clock.instant())
                        .toSeconds())
                .description("Time since any replica last looked at the rules")
                .baseUnit("seconds")
                .register(registry);
    }

    private void notices(MeterRegistry registry, String state, ToDoubleFunction<AlertHistory.Figures> figure) {
        Gauge.builder(
                        "gateway.alert.notices",
                        this,
                        metrics -> figure.applyAsDouble(metrics.now().figures()))
                .tag("state", state)
                .register(registry);
    }

    private double firing(AlertRule rule) {
        return rule.kind() == AlertKind.DATABASE_UNREACHABLE
                ? database.isFiring() ? 1 : 0
                : now().firing().getOrDefault(rule.name(), 0L);
    }

    private synchronized Reading now() {
        Reading last = reading;
        Instant time = clock.instant();
        if (last == null || last.at().plus(KEPT).isBefore(time)) {
            Map<String, Long> firing =
                    alerts.firing().stream().collect(Collectors.groupingBy(FiringAlert::rule, Collectors.counting()));
            last = new Reading(time, firing, history.figures(time.minus(Duration.ofDays(1))));
            reading = last;
        }
        return last;
    }
}
