package uk.gov.warwickshire.gateway.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.gov.warwickshire.gateway.disclosure.Cleared;
import uk.gov.warwickshire.gateway.disclosure.Decision;
import uk.gov.warwickshire.gateway.disclosure.Held;
import uk.gov.warwickshire.gateway.disclosure.Withheld;

/** Which way a delivery goes after its decision. */
final class DecisionMoves {

    static final String CARRIED = "carried by an earlier message";

    private DecisionMoves() {}

    static Move of(Answer answer) {
        Optional<Decision> decision = answer.decision();
        if (decision.isEmpty()) {
            return path(answer, DeliveryState.ACKNOWLEDGED).because(Optional.empty(), CARRIED);
        }
        Decision taken = decision.get();
        Move move;
        if (taken instanceof Held) {
            move = path(answer, DeliveryState.HELD);
        } else if (taken instanceof Withheld) {
            move = path(answer, DeliveryState.WITHHELD);
        } else if (taken instanceof Cleared) {
            move = cleared(answer);
        } else {
            throw new IllegalStateException("a decision of an unknown kind");
        }
        return move.decided(taken.headline().name(), taken.ledgerId());
    }

    /** A retry stays a retry until it is sent: it is cleared anew without going back. */
    private static Move cleared(Answer answer) {
        Lease lease = answer.lease();
        Move move = lease.state() == DeliveryState.PENDING ? path(answer, DeliveryState.CLEARED) : path(answer);
        return move.carrying(answer.delta().orElseThrow().inFlight(), lease.attempts() + 1);
    }

    /** An attempt that was cut off counts as one that failed. */
    private static Move path(Answer answer, DeliveryState... to) {
        List<DeliveryState> path = new ArrayList<>(List.of(to));
        if (answer.lease().state() == DeliveryState.CLEARED) {
            path.add(0, DeliveryState.RETRYING);
        }
        return Move.to(answer.lease(), path.toArray(DeliveryState[]::new));
    }
}
