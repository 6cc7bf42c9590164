package uk.gov.warwickshire.gateway.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.Destination;

/**
 * `gateway_deliveries_total{destination,state}`: states reached, counted after they were committed; and
 * `gateway_destination_failures{destination}`: attempts of this process in a row that found the whole destination unwell.
 */
@Component
class DeliveryCounters {

    private final MeterRegistry registry;
    private final Map<Destination, AtomicLong> failures = new ConcurrentHashMap<>();

    DeliveryCounters(MeterRegistry registry) {
        this.registry = registry;
    }

    void count(List<Move> moves) {
        moves.forEach(move -> move.passed().forEach(state -> registry.counter(
                        "gateway.deliveries",
                        "destination",
                        move.lease().destination().code(),
                        "state",
                        state.name().toLowerCase(Locale.ROOT))
                .increment()));
    }

    /** Every answer, a refusal too, proves that the destination is there. */
    void attempted(Destination destination, List<Attempted> attempts) {
        AtomicLong inARow = failures.computeIfAbsent(destination, this::register);
        for (Attempted attempt : attempts) {
            SendResult result = attempt.result();
            if (result instanceof SendResult.RetryLater later && later.wholeDestination()) {
                inARow.incrementAndGet();
            } else if (!(result instanceof SendResult.NotSent)) {
                inARow.set(0);
            }
        }
    }

    private AtomicLong register(Destination destination) {
        AtomicLong inARow = new AtomicLong();
        Gauge.builder("gateway.destination.failures", inARow, AtomicLong::doubleValue)
                .description("Attempts in a row that found the whole destination unwell; 0 after an answer")
                .tag("destination", destination.code())
                .register(registry);
        return inARow;
    }
}
