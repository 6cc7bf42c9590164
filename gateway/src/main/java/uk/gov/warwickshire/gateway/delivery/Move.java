package uk.gov.warwickshire.gateway.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A change of state of a leased delivery, checked against {@link DeliveryStates} when it is made.
 *
 * @param passed the states reached on the way, the last one being the new state; empty if it stays where it is
 * @param attempts begun so far
 * @param decision headline and ledger entry, where there is a new decision
 * @param inFlight what is now on its way
 * @param nextAttempt empty keeps the lease: the worker goes on with it
 */
record Move(
        Lease lease,
        List<DeliveryState> passed,
        int attempts,
        Optional<Decided> decision,
        List<CopyEntry> inFlight,
        Optional<Integer> status,
        Optional<String> error,
        Optional<Instant> nextAttempt) {

    /** Headline and ledger entry of a decision. */
    record Decided(String reason, UUID ledgerId) {}

    private static final int LONGEST_ERROR = 16_000;

    Move {
        passed = List.copyOf(passed);
        inFlight = List.copyOf(inFlight);
        Objects.requireNonNull(decision, "decision");
        error = error.map(text -> text.length() > LONGEST_ERROR ? text.substring(0, LONGEST_ERROR) : text);
        List<DeliveryState> path = new ArrayList<>(passed);
        path.add(0, lease.state());
        DeliveryStates.require(path.toArray(DeliveryState[]::new));
    }

    /** A move without decision, message or pause. */
    static Move to(Lease lease, DeliveryState... passed) {
        return new Move(
                lease,
                List.of(passed),
                lease.attempts(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    Move decided(String reason, UUID ledgerId) {
        Optional<Decided> now = Optional.of(new Decided(reason, ledgerId));
        return new Move(lease, passed, attempts, now, inFlight, status, error, nextAttempt);
    }

    Move because(Optional<Integer> answered, String words) {
        return new Move(lease, passed, attempts, decision, inFlight, answered, Optional.of(words), nextAttempt);
    }

    Move again(Instant at) {
        return new Move(lease, passed, attempts, decision, inFlight, status, error, Optional.of(at));
    }

    Move carrying(List<CopyEntry> entries, int attempt) {
        return new Move(lease, passed, attempt, decision, entries, status, error, nextAttempt);
    }

    DeliveryState to() {
        return passed.isEmpty() ? lease.state() : passed.get(passed.size() - 1);
    }

    /** Whether the worker still has it in hand after this move. */
    boolean keepsLease() {
        return !inFlight.isEmpty() || (nextAttempt.isEmpty() && to().isReady());
    }
}
