package uk.gov.warwickshire.gateway.ops.messages;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * One act on many deliveries.
 *
 * @param id the one-time token of the form it came from
 * @param criteria which deliveries were searched for
 * @param secondBy who agreed, or refused
 * @param waiting deliveries it has still to do
 */
public record Bulk(
        UUID id,
        Act act,
        State state,
        String askedBy,
        Instant askedAt,
        String why,
        String via,
        String criteria,
        boolean needsSecond,
        Optional<String> secondBy,
        Optional<Instant> secondAt,
        Optional<Instant> endedAt,
        int waiting,
        int done,
        int skipped) {

    /** How far it is. */
    public enum State {
        /** Waits for a second person. */
        ASKED,
        RUNNING,
        DONE,
        /** The second person, or the first, said no; nothing was done. */
        REFUSED,
        /** Somebody stopped it on the way; what was done stays done. */
        STOPPED
    }

    public Bulk {
        Objects.requireNonNull(act, "act");
        Objects.requireNonNull(state, "state");
    }

    public int total() {
        return waiting + done + skipped;
    }

    public boolean isOpen() {
        return state == State.ASKED || state == State.RUNNING;
    }

    /** Whether this person may agree: anybody but the one who asked. */
    public boolean canBeConfirmedBy(String person) {
        return state == State.ASKED && !person.equalsIgnoreCase(askedBy);
    }
}
