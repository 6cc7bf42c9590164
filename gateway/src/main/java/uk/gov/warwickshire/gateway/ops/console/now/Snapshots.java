package uk.gov.warwickshire.gateway.ops.console.now;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.delivery.Balances;
import uk.gov.warwickshire.gateway.delivery.DeliveryOverviews;
import uk.gov.warwickshire.gateway.delivery.OpenDeliveries;

/** Looks at everything once for all who look at the page: at most every three seconds, whoever asks. */
@Component
class Snapshots {

    private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);
    private static final Duration KEPT = Duration.ofSeconds(3);

    private final List<ConcernSource> sources;
    private final FlowReader flow;
    private final DeliveryOverviews deliveries;
    private final Balances balances;
    private final RouteFigures routes;
    private final Clock clock;
    private @Nullable Snapshot last;

    Snapshots(
            List<ConcernSource> sources,
            FlowReader flow,
            DeliveryOverviews deliveries,
            Balances balances,
            RouteFigures routes,
            Clock clock) {
        this.sources = List.copyOf(sources);
        this.flow = flow;
        this.deliveries = deliveries;
        this.balances = balances;
        this.routes = routes;
        this.clock = clock;
    }

    synchronized Snapshot current() {
        Instant now = clock.instant();
        Snapshot known = last;
        if (known == null || known.at().plus(KEPT).isBefore(now)) {
            known = read(now);
            last = known;
        }
        return known;
    }

    private Snapshot read(Instant now) {
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        // First: without a database nothing below can be looked at, and each would wait for a connection in vain.
        List<OpenDeliveries> open = deliveries.open();
        List<Concern> concerns = sources.stream()
                .flatMap(source -> concerns(source).stream())
                .sorted(Concern.WORST_FIRST)
                .toList();
        return new Snapshot(now, day, concerns, flow.read(open, concerns), balances.between(day, day), routes.all());
    }

    /** What cannot be looked at is itself a concern, and hides no other. */
    private static List<Concern> concerns(ConcernSource source) {
        try {
            return source.current();
        } catch (RuntimeException e) {
            LOG.error(
                    "{} could not be read: {}",
                    source.getClass().getSimpleName(),
                    e.getClass().getName());
            return List.of(Concern.unreadable(source.getClass().getSimpleName()));
        }
    }
}
