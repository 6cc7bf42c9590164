package uk.gov.warwickshire.gateway.disclosure;

import java.util.List;
import java.util.UUID;

/**
 * May leave: the only thing a sender or the API's encoder accepts. No one outside this package can make one, so nothing
 * leaves without a decision in the ledger.
 */
public final class Cleared implements Decision {

    private final UUID ledgerId;
    private final Disclosure disclosure;
    private final List<LeftOut> leftOut;
    private final List<Reason> reasons;
    private final String policyVersion;

    Cleared(UUID ledgerId, Disclosure reduced, List<LeftOut> leftOut, List<Reason> reasons, String policyVersion) {
        this.ledgerId = ledgerId;
        this.disclosure = reduced;
        this.leftOut = List.copyOf(leftOut);
        this.reasons = List.copyOf(reasons);
        this.policyVersion = policyVersion;
        if (reasons.isEmpty() || reasons.get(0).outcome() != Outcome.SENT) {
            throw new IllegalArgumentException("the reasons do not lead to this outcome");
        }
    }

    @Override
    public UUID ledgerId() {
        return ledgerId;
    }

    @Override
    public Disclosure disclosure() {
        return disclosure;
    }

    /** What may leave; for a withdrawal, what the recipient is to delete. */
    public List<DisclosedResource> resources() {
        return disclosure.resources();
    }

    /** What may not leave with it. */
    public List<LeftOut> leftOut() {
        return leftOut;
    }

    /** A withdrawal may carry the ids of its resources and nothing else. */
    public boolean isWithdrawal() {
        return disclosure.kind() == Disclosure.Kind.WITHDRAWAL;
    }

    @Override
    public Reason headline() {
        return reasons.get(0);
    }

    @Override
    public List<Reason> reasons() {
        return reasons;
    }

    @Override
    public String policyVersion() {
        return policyVersion;
    }
}
