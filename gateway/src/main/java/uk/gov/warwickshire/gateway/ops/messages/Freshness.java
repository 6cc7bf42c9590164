package uk.gov.warwickshire.gateway.ops.messages;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far the index is behind the store.
 *
 * @param usable whether words and facets are answered from it
 * @param words as the page says it
 */
public record Freshness(boolean usable, String words) {

    static final Freshness AWAY = new Freshness(
            false,
            "The search index cannot be reached: words are looked for among the newest deliveries alone, and there are no"
                    + " counts beside the filters. Filters are exact.");

    static final Freshness FILLING = new Freshness(
            true, "The search index is being filled: words find less until it is done. Filters are exact.");

    static Freshness of(long waiting, Optional<Instant> oldest, Instant now) {
        if (waiting == 0 || oldest.isEmpty()) {
            return new Freshness(true, "The search index is up to date.");
        }
        long seconds = Math.max(1, Duration.between(oldest.get(), now).toSeconds());
        return new Freshness(
                true,
                "The search index is %d %s behind (%d %s waiting). States are read from the database."
                        .formatted(
                                seconds,
                                seconds == 1 ? "second" : "seconds",
                                waiting,
                                waiting == 1 ? "change" : "changes"));
    }
}
