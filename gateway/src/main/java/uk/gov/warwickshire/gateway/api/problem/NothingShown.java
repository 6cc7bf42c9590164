package uk.gov.warwickshire.gateway.api.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * How long it takes at least to say that nothing is shown. A decision on a child and its record cost some milliseconds that
 * a child who is not known does not cost: without this a clock would tell whether a child is known.
 */
public final class NothingShown {

    /** More than a decision takes while the database is not pressed. */
    static final Duration LEAST = Duration.ofMillis(10);

    private static final String BEGAN = NothingShown.class.getName();

    private NothingShown() {}

    /** Called as soon as the request is ours. */
    public static void begin(HttpServletRequest request) {
        request.setAttribute(BEGAN, System.nanoTime());
    }

    /** Waits for what is left. */
    public static void settle(HttpServletRequest request) {
        if (request.getAttribute(BEGAN) instanceof Long began) {
            LockSupport.parkNanos(remaining(began, System.nanoTime()));
        }
    }

    static long remaining(long began, long now) {
        return Math.max(0, LEAST.toNanos() - (now - began));
    }
}
