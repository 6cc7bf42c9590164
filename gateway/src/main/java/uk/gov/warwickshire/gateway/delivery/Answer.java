package uk.gov.warwickshire.gateway.delivery;

import java.time.Instant;
import java.util.Optional;
import uk.gov.warwickshire.gateway.disclosure.Cleared;
import uk.gov.warwickshire.gateway.disclosure.Decision;

/**
 * What the gate said of a candidate.
 *
 * @param decision empty if there is nothing to bring in line, so that nothing had to be decided
 */
record Answer(Candidate candidate, Optional<Decision> decision) {

    Lease lease() {
        return candidate.lease();
    }

    Optional<Cleared> cleared() {
        return decision.filter(Cleared.class::isInstance).map(Cleared.class::cast);
    }

    Optional<Delta> delta() {
        return cleared()
                .map(cleared -> cleared.isWithdrawal()
                        ? Delta.withdrawalOf(candidate.copy())
                        : Delta.of(cleared, candidate.current(), candidate.copy()));
    }

    boolean saysNothing() {
        return delta().map(Delta::isNothing).orElse(false);
    }

    Optional<Dispatch> dispatch(Instant now) {
        return cleared().flatMap(cleared -> delta().map(delta -> new Dispatch(
                lease(), delta, new OutboundMessage(lease().id(), cleared, delta.changed(), delta.deletions()), now)));
    }
}
