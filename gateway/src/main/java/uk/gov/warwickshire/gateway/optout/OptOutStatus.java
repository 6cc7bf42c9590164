package uk.gov.warwickshire.gateway.optout;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What the register knows about one person.
 *
 * @param checkedAt when the question was put to the national service; empty when it never answered about this person
 * @param stale known, but older than `gateway.opt-out.max-age`, so no longer to be relied on
 */
public record OptOutStatus(State state, Optional<Instant> checkedAt, boolean stale) {

    /** The national choice; {@link #UNKNOWN} when the service has not answered, or refuses the number. */
    public enum State {
        NOT_OPTED_OUT,
        OPTED_OUT,
        UNKNOWN
    }

    public static final OptOutStatus UNKNOWN = new OptOutStatus(State.UNKNOWN, Optional.empty(), false);

    public OptOutStatus {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(checkedAt, "checkedAt");
        if ((state == State.UNKNOWN) != checkedAt.isEmpty()) {
            throw new IllegalArgumentException("a status is known exactly when it has a time");
        }
        if (stale && state == State.UNKNOWN) {
            throw new IllegalArgumentException("an unknown status cannot be stale");
        }
    }
}
