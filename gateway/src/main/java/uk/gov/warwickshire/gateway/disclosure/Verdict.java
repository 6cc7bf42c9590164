package uk.gov.warwickshire.gateway.disclosure;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/**
 * The judgement before it is recorded.
 *
 * @param remaining what may leave
 * @param reasons all that apply, in order of precedence
 * @param rule empty if the policy knows nothing of the destination
 * @param toCheck persons whose opt-out status is unknown or stale
 */
record Verdict(
        List<DisclosedResource> remaining,
        List<LeftOut> leftOut,
        List<Reason> reasons,
        Optional<DestinationRule> rule,
        List<String> agreementIds,
        List<NhsNumber> toCheck) {

    Verdict {
        remaining = List.copyOf(remaining);
        leftOut = List.copyOf(leftOut);
        reasons = List.copyOf(reasons);
        toCheck = List.copyOf(toCheck);
        agreementIds = List.copyOf(agreementIds);
    }

    Outcome outcome() {
        return reasons.get(0).outcome();
    }

    DisclosureForecast.Forecast asForecast() {
        return new DisclosureForecast.Forecast(
                outcome(), reasons, outcome() == Outcome.SENT ? Set.copyOf(remaining) : Set.of());
    }

    Decision asDecision(UUID ledgerId, Disclosure disclosure, String policyVersion) {
        return switch (outcome()) {
            case SENT -> cleared(ledgerId, disclosure, policyVersion);
            case WITHHELD -> new Withheld(ledgerId, disclosure, reasons, policyVersion);
            case HELD -> new Held(ledgerId, disclosure, reasons, policyVersion);
        };
    }

    Cleared cleared(UUID ledgerId, Disclosure disclosure, String policyVersion) {
        return new Cleared(ledgerId, disclosure.reducedTo(remaining), leftOut, reasons, policyVersion);
    }
}
