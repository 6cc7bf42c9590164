package uk.gov.warwickshire.gateway.optout;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Figures of the register; read from the database at most once in half a minute, whoever asks. */
@Component
class OptOutMetrics implements MeterBinder {

    private static final Duration KEEP = Duration.ofSeconds(30);

    private final OptOutOverviews overviews;
    private final OptOutRules rules;
    private volatile @Nullable Reading reading;

    private record Reading(OptOutOverview overview, Instant at) {}

    OptOutMetrics(OptOutOverviews overviews, OptOutRules rules) {
        this.overviews = overviews;
        this.rules = rules;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("gateway.opt.out.last.answer.age", this, OptOutMetrics::secondsSinceLastAnswer)
                .description("Time since the check service last answered; NaN before the first answer")
                .baseUnit("seconds")
                .register(registry);
        for (String status : new String[] {"NOT_OPTED_OUT", "OPTED_OUT", OptOutOverview.STALE}) {
            gauge(registry, "gateway.opt.out.statuses", status, now -> now.statuses()
                    .getOrDefault(status, 0L));
        }
        for (ExchangeState state : ExchangeState.values()) {
            gauge(registry, "gateway.opt.out.exchanges", state.name(), now -> now.inState(state));
        }
        gauge(registry, "gateway.opt.out.numbers", "WAITING", OptOutOverview::waiting);
        gauge(registry, "gateway.opt.out.numbers", "REFUSED", OptOutOverview::refused);
    }

    private void gauge(MeterRegistry registry, String name, String state, ToDoubleFunction<OptOutOverview> value) {
        Gauge.builder(name, this, metrics -> value.applyAsDouble(metrics.now()))
                .tag("state", state)
                .register(registry);
    }

    private double secondsSinceLastAnswer() {
        Instant time = rules.clock().instant();
        return now().lastAnswer()
                .map(last -> (double) Duration.between(last, time).toSeconds())
                .orElse(Double.NaN);
    }

    private OptOutOverview now() {
        Reading last = reading;
        Instant time = rules.clock().instant();
        if (last == null || last.at().plus(KEEP).isBefore(time)) {
            last = new Reading(overviews.read(), time);
            reading = last;
        }
        return last.overview();
    }
}
