package uk.gov.warwickshire.gateway.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/** Growing pauses between attempts, spread so that many messages that failed together do not return together. */
record RetryPolicy(Duration firstPause, Duration maxPause, int maxAttempts) {

    private static final int LARGEST_SHIFT = 30;

    static RetryPolicy of(GatewaySettings.Delivery settings) {
        return new RetryPolicy(settings.firstPause(), settings.maxPause(), settings.maxAttempts());
    }

    /** @param attempts begun so far, from 1; the pause lies between half and the whole of the doubled first pause */
    Duration pauseAfter(int attempts, RandomGenerator random) {
        long doubled = firstPause.toMillis() << Math.min(attempts - 1, LARGEST_SHIFT);
        long longest = doubled <= 0 ? maxPause.toMillis() : Math.min(doubled, maxPause.toMillis());
        return Duration.ofMillis(longest / 2 + random.nextLong(longest / 2 + 1));
    }

    boolean isLast(int attempts) {
        return attempts >= maxAttempts;
    }
}
