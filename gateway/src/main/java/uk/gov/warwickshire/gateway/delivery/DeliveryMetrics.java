package uk.gov.warwickshire.gateway.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.Destination;

/** `gateway_delivery_backlog`, `gateway_delivery_dead`, `gateway_oldest_held_seconds`, each `{destination}`, by one query for all. */
@Component
class DeliveryMetrics {

    private static final Duration KEPT = Duration.ofSeconds(10);

    private record Figures(long backlog, long dead, double oldestHeldSeconds) {}

    private static final Figures NONE = new Figures(0, 0, 0);

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private Map<String, Figures> figures = Map.of();
    private Instant readAt = Instant.MIN;

    DeliveryMetrics(JdbcTemplate jdbc, List<Sender> senders, MeterRegistry registry, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        senders.stream()
                .flatMap(sender -> sender.destinations().stream())
                .forEach(destination -> register(destination, registry));
    }

    private void register(Destination destination, MeterRegistry registry) {
        Gauge.builder("gateway.delivery.backlog", () -> figures(destination).backlog())
                .tag("destination", destination.code())
                .register(registry);
        Gauge.builder("gateway.delivery.dead", () -> figures(destination).dead())
                .description("Deliveries that were given up and wait for a person")
                .tag("destination", destination.code())
                .register(registry);
        Gauge.builder("gateway.oldest.held.seconds", () -> figures(destination).oldestHeldSeconds())
                .tag("destination", destination.code())
                .register(registry);
    }

    private synchronized Figures figures(Destination destination) {
        Instant now = clock.instant();
        if (readAt.equals(Instant.MIN) || Duration.between(readAt, now).compareTo(KEPT) > 0) {
            figures = read();
            readAt = now;
        }
        return figures.getOrDefault(destination.code(), NONE);
    }

    /** What still has to go out; what waits for a person (HELD, DEAD) is no backlog. */
    private Map<String, Figures> read() {
        Map<String, Figures> read = new HashMap<>();
        jdbc.query("""
                select destination, count(*) filter (where state not in ('HELD', 'DEAD')) as backlog,
                       count(*) filter (where state = 'DEAD') as dead,
                       coalesce(extract(epoch from now() - min(created_at) filter (where state = 'HELD')), 0) as held
                  from delivery
                 where state in ('PENDING', 'HELD', 'CLEARED', 'RETRYING', 'SENT', 'DEAD')
                 group by destination
                """, row -> {
            read.put(
                    row.getString("destination"),
                    new Figures(row.getLong("backlog"), row.getLong("dead"), row.getDouble("held")));
        });
        return read;
    }
}
