package uk.gov.warwickshire.gateway.optout;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The register in figures, for health checks, metrics and the console.
 *
 * @param statuses persons by status; {@code STALE} are those too old to rely on, counted in their status as well
 * @param exchanges files by state
 * @param waiting numbers wanted and not yet in a file
 * @param refused numbers the service will not take
 */
public record OptOutOverview(
        Map<String, Long> statuses,
        Map<ExchangeState, Long> exchanges,
        long waiting,
        long refused,
        Optional<Instant> lastAnswer) {

    public static final String STALE = "STALE";

    public OptOutOverview {
        statuses = Map.copyOf(statuses);
        exchanges = Map.copyOf(exchanges);
    }

    public long inState(ExchangeState state) {
        return exchanges.getOrDefault(state, 0L);
    }
}
