package uk.gov.warwickshire.gateway.ops.alerts;

import java.time.Instant;
import java.util.UUID;

/**
 * What one channel is to say of an alert.
 *
 * @param id stays the same when it is sent again: a receiver knows what it has seen
 */
public record AlertNotice(UUID id, Kind kind, FiringAlert alert, Instant createdAt) {

    /** Why it is said. */
    public enum Kind {
        FIRING("Alert"),
        STILL_FIRING("Still firing"),
        RESOLVED("Resolved"),
        /** Asked for by a person, to see that it arrives. */
        TEST("TEST, nothing is wrong");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** A line for a subject or a headline. */
    public String headline() {
        return kind.words() + ": " + alert.title();
    }
}
