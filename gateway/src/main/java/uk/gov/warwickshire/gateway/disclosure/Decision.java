package uk.gov.warwickshire.gateway.disclosure;

import java.util.List;
import java.util.UUID;

/** What the gate decided; recorded in the ledger before anyone gets to see it. */
public sealed interface Decision permits Cleared, Held, Withheld {

    /** The ledger entry of this decision. */
    UUID ledgerId();

    /** What was asked; for {@link Cleared} reduced to what may leave. */
    Disclosure disclosure();

    /** The first of the reasons in order of precedence. */
    Reason headline();

    /** All reasons that apply, in order of precedence; never empty. */
    List<Reason> reasons();

    /** Declared version of the policy and a hash of its content. */
    String policyVersion();

    /** What became of it. */
    default Outcome outcome() {
        return headline().outcome();
    }
}
