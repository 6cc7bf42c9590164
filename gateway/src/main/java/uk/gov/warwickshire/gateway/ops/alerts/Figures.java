package uk.gov.warwickshire.gateway.ops.alerts;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The gauges of the rooms: an alert rests on the same figure that the dashboards show. */
@Component
class Figures {

    private final MeterRegistry registry;

    Figures(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Destinations and the value of each; none where nothing of the kind has happened yet. */
    Map<String, Double> byDestination(String meter) {
        Map<String, Double> values = new TreeMap<>();
        for (Gauge gauge : gauges(meter)) {
            String destination =
                    Optional.ofNullable(gauge.getId().getTag("destination")).orElse("");
            values.put(destination, readable(meter, gauge.value()));
        }
        return values;
    }

    double only(String meter) {
        return gauges(meter).stream()
                .findFirst()
                .map(gauge -> readable(meter, gauge.value()))
                .orElseThrow(() -> new IllegalStateException("there is no figure " + meter));
    }

    private Collection<Gauge> gauges(String meter) {
        return registry.find(meter).gauges();
    }

    /** Micrometer answers a gauge that failed with NaN. */
    private static double readable(String meter, double value) {
        if (Double.isNaN(value)) {
            throw new IllegalStateException("the figure " + meter + " cannot be read now");
        }
        return value;
    }
}
