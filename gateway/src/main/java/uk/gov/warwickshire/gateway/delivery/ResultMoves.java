package uk.gov.warwickshire.gateway.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import uk.gov.warwickshire.gateway.delivery.SendResult.Acknowledged;
import uk.gov.warwickshire.gateway.delivery.SendResult.NotSent;
import uk.gov.warwickshire.gateway.delivery.SendResult.Refused;
import uk.gov.warwickshire.gateway.delivery.SendResult.RetryLater;

/** Which way a delivery goes after an attempt. */
final class ResultMoves {

    private final RetryPolicy policy;
    private final RandomGenerator random = RandomGenerator.getDefault();

    ResultMoves(RetryPolicy policy) {
        this.policy = policy;
    }

    Move of(Attempted attempted, Instant now) {
        Lease lease = sent(attempted.dispatch());
        SendResult result = attempted.result();
        if (result instanceof Acknowledged done) {
            return Move.to(lease, DeliveryState.SENT, DeliveryState.ACKNOWLEDGED)
                    .because(Optional.of(done.status()), "confirmed");
        } else if (result instanceof RetryLater later) {
            return retry(lease, later, now);
        } else if (result instanceof Refused refused) {
            return dead(lease)
                    .because(Optional.of(refused.status()), refused.outcome().orElse(refused.words()));
        } else if (result instanceof NotSent notSent) {
            // Counted only where it was begun: the move writes the attempts from before.
            return retrying(lease.withAttempts(lease.attempts() - 1)).again(now.plus(notSent.pause()));
        }
        throw new IllegalStateException("a result of an unknown kind");
    }

    static AttemptTable.Attempt attempt(Attempted attempted) {
        Dispatch dispatch = attempted.dispatch();
        SendResult result = attempted.result();
        if (result instanceof Acknowledged done) {
            return new AttemptTable.Attempt(dispatch, "ACKNOWLEDGED", Optional.of(done.status()), Optional.empty());
        } else if (result instanceof RetryLater later) {
            return new AttemptTable.Attempt(dispatch, "FAILED", later.status(), Optional.of(later.words()));
        } else if (result instanceof Refused refused) {
            return new AttemptTable.Attempt(
                    dispatch, "REFUSED", Optional.of(refused.status()), Optional.of(refused.words()));
        }
        return new AttemptTable.Attempt(dispatch, "NOT_SENT", Optional.empty(), Optional.empty());
    }

    private Move retry(Lease lease, RetryLater later, Instant now) {
        if (policy.isLast(lease.attempts())) {
            return dead(lease).because(later.status(), later.words());
        }
        Duration pause = policy.pauseAfter(lease.attempts(), random);
        Duration asked = later.after().orElse(Duration.ZERO);
        return retrying(lease)
                .because(later.status(), later.words())
                .again(now.plus(asked.compareTo(pause) > 0 ? asked : pause));
    }

    private static Move retrying(Lease lease) {
        return lease.state() == DeliveryState.RETRYING ? Move.to(lease) : Move.to(lease, DeliveryState.RETRYING);
    }

    private static Move dead(Lease lease) {
        return lease.state() == DeliveryState.RETRYING
                ? Move.to(lease, DeliveryState.DEAD)
                : Move.to(lease, DeliveryState.RETRYING, DeliveryState.DEAD);
    }

    /** The lease as the decision left it: cleared or retrying, with one attempt more. */
    private static Lease sent(Dispatch dispatch) {
        Lease lease = dispatch.lease();
        DeliveryState now = lease.state() == DeliveryState.PENDING ? DeliveryState.CLEARED : DeliveryState.RETRYING;
        return lease.withState(now).withAttempts(lease.attempts() + 1);
    }
}
