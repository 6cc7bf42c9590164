package uk.gov.warwickshire.gateway.ops.console.now;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** What passes in a minute at each station, from the counters of this replica, looked at every five seconds. */
@Component
class Rates implements DisposableBean {

    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration OVER = Duration.ofMinutes(1);
    private static final double SECONDS = 60;

    private record Sample(Instant at, Map<String, Double> counts) {}

    private final MeterRegistry meters;
    private final Clock clock;
    private final Deque<Sample> samples = new ArrayDeque<>();
    private final ScheduledExecutorService sampler = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "console-rates");
        thread.setDaemon(true);
        return thread;
    });

    Rates(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
        sampler.scheduleAtFixedRate(this::sample, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    synchronized void sample() {
        Instant now = clock.instant();
        samples.addLast(new Sample(now, counts()));
        while (samples.size() > 2 && samples.getFirst().at().isBefore(now.minus(OVER))) {
            samples.removeFirst();
        }
    }

    /** In a minute; zero before anything was counted. */
    synchronized double perMinute(String key) {
        if (samples.size() < 2) {
            return 0;
        }
        Sample first = samples.getFirst();
        Sample last = samples.getLast();
        double seconds = Duration.between(first.at(), last.at()).toMillis() / 1000.0;
        double counted = last.counts().getOrDefault(key, 0.0) - first.counts().getOrDefault(key, 0.0);
        return seconds <= 0 ? 0 : Math.max(0, counted) * SECONDS / seconds;
    }

    private Map<String, Double> counts() {
        Map<String, Double> counts = new HashMap<>();
        meters.find("gateway.intake.children")
                .counters()
                .forEach(counter -> add(counts, "intake." + tag(counter, "outcome"), counter.count()));
        meters.find("gateway.disclosures")
                .counters()
                .forEach(counter -> add(counts, "gate." + tag(counter, "outcome"), counter.count()));
        for (Counter counter : meters.find("gateway.deliveries").counters()) {
            add(counts, tag(counter, "destination") + "." + tag(counter, "state"), counter.count());
        }
        for (Timer timer : meters.find("http.server.requests").timers()) {
            if (isPartnerApi(tag(timer, "uri"))) {
                add(counts, "api", (double) timer.count());
                add(counts, "api." + tag(timer, "outcome"), (double) timer.count());
            }
        }
        return counts;
    }

    /** The servlets of FHIR are none of Spring MVC's, so they have no address of their own here. */
    private static boolean isPartnerApi(String uri) {
        return uri.equals("UNKNOWN") || uri.startsWith("/fhir") || uri.startsWith("/cp-is") || uri.contains("Flag");
    }

    private static void add(Map<String, Double> counts, String key, double count) {
        counts.merge(key, count, Double::sum);
    }

    private static String tag(Meter meter, String name) {
        return Optional.ofNullable(meter.getId().getTag(name)).orElse("");
    }

    @Override
    public void destroy() {
        sampler.shutdownNow();
    }
}
