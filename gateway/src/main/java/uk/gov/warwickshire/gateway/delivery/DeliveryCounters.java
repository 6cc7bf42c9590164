package uk.gov.warwickshire.gateway.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** `gateway_deliveries_total{destination,state}`: states reached, counted after they were committed. */
@Component
class DeliveryCounters {

    private final MeterRegistry registry;

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
}
