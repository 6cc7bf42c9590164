package uk.gov.warwickshire.gateway.disclosure;

import java.util.List;
import java.util.Set;

/**
 * What the gate would decide now. Nothing is recorded and nothing may leave on it: it bounds a search before the answer
 * is decided by {@link DisclosureGate}.
 */
public interface DisclosureForecast {

    /** In the order of the disclosures, with as many queries as for one. */
    List<Forecast> foresee(List<Disclosure> disclosures);

    /**
     * @param outcome what it would be
     * @param reasons all that would apply, in order of precedence
     * @param remaining what could be shown; empty unless the outcome is SENT
     */
    record Forecast(Outcome outcome, List<Reason> reasons, Set<DisclosedResource> remaining) {
        public Forecast {
            reasons = List.copyOf(reasons);
            remaining = Set.copyOf(remaining);
        }
    }
}
