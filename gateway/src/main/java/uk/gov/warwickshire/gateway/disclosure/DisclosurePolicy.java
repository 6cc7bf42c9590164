package uk.gov.warwickshire.gateway.disclosure;

import java.util.Map;
import java.util.Optional;
import uk.gov.warwickshire.gateway.common.Destination;

/**
 * The disclosure policy as it was read at start.
 *
 * @param version declared version and hash of the content; every ledger entry names it
 * @param rules by destination code or family
 */
public record DisclosurePolicy(String version, Map<String, DestinationRule> rules) {

    public DisclosurePolicy {
        rules = Map.copyOf(rules);
        rules.forEach((name, rule) -> {
            if (!rule.destination().equals(name)) {
                throw new IllegalArgumentException("a rule stands under its own destination");
            }
        });
    }

    /** The rule for exactly this destination, else the one for its family; without one nothing may leave. */
    public Optional<DestinationRule> ruleFor(Destination destination) {
        return Optional.ofNullable(rules.get(destination.code()))
                .or(() -> Optional.ofNullable(rules.get(destination.family())));
    }

    /** Whether a choice that names this code or family can have an effect; a misspelt one must not pass unseen. */
    boolean knows(String named) {
        return rules.keySet().stream()
                .map(Destination::new)
                .anyMatch(known -> known.isCoveredBy(named) || named.startsWith(known.code() + "."));
    }
}
