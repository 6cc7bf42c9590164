package uk.gov.warwickshire.gateway.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How fast one destination is served by this process: it begins with as many messages as there are connections and
 * doubles while all goes well, so that a destination that is down is asked a few times and not by a whole backlog. What is
 * lost with the process is only politeness: each delivery's own pause stands in the database.
 */
final class Pace {

    private final int smallest;
    private final int largest;
    private final RetryPolicy retries;
    private final Clock clock;
    private int batch;
    private int failures;
    private Instant pausedUntil = Instant.MIN;

    Pace(int smallest, int largest, RetryPolicy retries, Clock clock) {
        this.smallest = Math.min(smallest, largest);
        this.largest = largest;
        this.retries = retries;
        this.clock = clock;
        this.batch = this.smallest;
    }

    synchronized int batch() {
        return batch;
    }

    /** How much of a pause is left; zero if it may be sent to. */
    synchronized Duration pause() {
        Instant now = clock.instant();
        return pausedUntil.isAfter(now) ? Duration.between(now, pausedUntil) : Duration.ZERO;
    }

    synchronized void succeeded() {
        failures = 0;
    }

    /** Called once for each batch in which nothing was paused. */
    synchronized void quicken() {
        batch = Math.min(largest, batch * 2);
    }

    /** The whole destination is unwell, or asked for a pause. */
    synchronized void slow(SendResult.RetryLater later) {
        batch = smallest;
        if (pause().isZero()) {
            failures++;
        }
        Duration own = retries.firstPause().multipliedBy(Math.min(failures, 12));
        Instant until = clock.instant().plus(later.after().orElse(own));
        if (until.isAfter(pausedUntil)) {
            pausedUntil = until;
        }
    }
}
