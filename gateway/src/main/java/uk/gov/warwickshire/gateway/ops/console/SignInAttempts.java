package uk.gov.warwickshire.gateway.ops.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Counts wrong passwords, so that nobody can try many: by name and address together, and more patiently by each alone. A
 * name that does not exist is counted like any other, so that a lock tells nothing. Kept in memory, for a bounded number
 * of names and addresses; the one heard of longest ago is forgotten first.
 */
@Component
class SignInAttempts {

    static final Duration LOCKED = Duration.ofMinutes(15);
    private static final int MOST_KEPT = 10_000;
    private static final int OF_BOTH = 5;
    private static final int OF_ONE_NAME = 30;
    private static final int OF_ONE_ADDRESS = 50;

    private record Key(String name, String address, int allowed) {}

    private record Failures(int count, Instant last) {}

    private final Clock clock;
    private final Map<Key, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Failures> eldest) {
            return size() > MOST_KEPT;
        }
    };

    SignInAttempts(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean isLocked(String name, String address) {
        return keys(name, address).stream().anyMatch(key -> recent(key)
                .filter(known -> known.count() >= key.allowed())
                .isPresent());
    }

    synchronized void failed(String name, String address) {
        Instant now = clock.instant();
        keys(name, address)
                .forEach(key -> failures.put(
                        key, new Failures(recent(key).map(Failures::count).orElse(0) + 1, now)));
    }

    /** Whoever knows the password has not been guessing; what others tried from elsewhere stays counted. */
    synchronized void succeeded(String name, String address) {
        failures.remove(keys(name, address).get(0));
    }

    private Optional<Failures> recent(Key key) {
        return Optional.ofNullable(failures.get(key))
                .filter(known -> known.last().plus(LOCKED).isAfter(clock.instant()));
    }

    private static List<Key> keys(String name, String address) {
        return List.of(
                new Key(name, address, OF_BOTH), new Key(name, "", OF_ONE_NAME), new Key("", address, OF_ONE_ADDRESS));
    }
}
