package uk.gov.warwickshire.gateway.disclosure;

import java.util.List;

/**
 * Decides before every outbound message, and records each decision in the ledger. Every method joins the caller's
 * transaction: if that is rolled back, nothing was decided and nothing may leave. So whoever sends must have committed
 * first.
 */
public interface DisclosureGate {

    /**
     * Decides many at once with a constant number of queries; the decisions are in the order of the disclosures. Opt-out
     * statuses that are unknown or too old are asked for.
     *
     * @throws IllegalArgumentException for a withdrawal, see {@link #clearWithdrawals}
     */
    List<Decision> decideAll(List<Disclosure> disclosures);

    /** Clears withdrawals: nothing stands against telling a recipient to delete what it was sent. Recorded as well. */
    List<Cleared> clearWithdrawals(List<Disclosure> withdrawals);

    /** Decides one. */
    default Decision decide(Disclosure disclosure) {
        return decideAll(List.of(disclosure)).get(0);
    }

    /** Clears one withdrawal. */
    default Cleared clearWithdrawal(Disclosure withdrawal) {
        return clearWithdrawals(List.of(withdrawal)).get(0);
    }
}
