package uk.gov.warwickshire.gateway.disclosure;

import java.util.List;
import java.util.UUID;

/** Not now: decided again when what is missing becomes known. */
public record Held(UUID ledgerId, Disclosure disclosure, List<Reason> reasons, String policyVersion)
        implements Decision {

    public Held {
        reasons = List.copyOf(reasons);
        if (reasons.isEmpty() || reasons.get(0).outcome() != Outcome.HELD) {
            throw new IllegalArgumentException("the reasons do not lead to this outcome");
        }
    }

    @Override
    public Reason headline() {
        return reasons.get(0);
    }
}
