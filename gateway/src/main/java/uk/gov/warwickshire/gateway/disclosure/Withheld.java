package uk.gov.warwickshire.gateway.disclosure;

import java.util.List;
import java.util.UUID;

/** Not at all, until what withholds it changes; what was sent before is to be withdrawn. */
public record Withheld(UUID ledgerId, Disclosure disclosure, List<Reason> reasons, String policyVersion)
        implements Decision {

    public Withheld {
        reasons = List.copyOf(reasons);
        if (reasons.isEmpty() || reasons.get(0).outcome() != Outcome.WITHHELD) {
            throw new IllegalArgumentException("the reasons do not lead to this outcome");
        }
    }

    @Override
    public Reason headline() {
        return reasons.get(0);
    }
}
