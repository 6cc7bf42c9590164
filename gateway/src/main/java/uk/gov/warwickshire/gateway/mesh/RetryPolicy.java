package uk.gov.warwickshire.gateway.mesh;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * When a call that may be repeated is repeated, and after what pause.
 *
 * @param repeats after the first attempt
 * @param firstPause doubled for each further repeat
 * @param longestPause the client waits no longer than this, whatever MESH asks for
 */
record RetryPolicy(int repeats, Duration firstPause, Duration longestPause, Waiting waiting) {

    /** As NHS Digital's own client does it (opt-out-and-mesh.md 8). */
    static final RetryPolicy STANDARD =
            new RetryPolicy(3, Duration.ofMillis(500), Duration.ofSeconds(30), pause -> Thread.sleep(pause.toMillis()));

    private static final Set<Integer> STATUSES = Set.of(425, 429, 502, 503, 504);

    /** How the time passes; tests do not wait. */
    @FunctionalInterface
    interface Waiting {
        void pause(Duration time) throws InterruptedException;
    }

    boolean repeatsAfter(int status, int attempt) {
        return attempt <= repeats && STATUSES.contains(status);
    }

    boolean repeatsAfterFault(int attempt) {
        return attempt <= repeats;
    }

    /** Between half and the whole of the doubled pause, so that clients do not come back together. */
    void await(int attempt, Optional<Duration> askedFor) throws InterruptedException {
        long most = firstPause.toMillis() << (attempt - 1);
        Duration pause =
                Duration.ofMillis(most / 2 + RandomGenerator.getDefault().nextLong(most / 2 + 1));
        Duration wanted = askedFor.filter(asked -> asked.compareTo(pause) > 0).orElse(pause);
        waiting.pause(wanted.compareTo(longestPause) > 0 ? longestPause : wanted);
    }
}
