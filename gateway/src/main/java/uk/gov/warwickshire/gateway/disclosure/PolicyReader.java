package uk.gov.warwickshire.gateway.disclosure;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import uk.gov.warwickshire.gateway.common.Destination;
import uk.gov.warwickshire.gateway.common.InvalidFileException;
import uk.gov.warwickshire.gateway.common.YamlFile;
import uk.gov.warwickshire.gateway.common.YamlMapping;
import uk.gov.warwickshire.gateway.disclosure.DestinationRule.Effect;

/** Reads the policy and refuses one that is incomplete, misspelt, or would hide a child at risk. */
final class PolicyReader {

    /** Oldest opt-out status that may be used at all (opt-out-and-mesh.md 4). */
    private static final int LONGEST_MAX_AGE_DAYS = 21;

    private static final int OLDEST_CHILD = 25;
    private static final Set<String> KEYS = Set.of(
            "purpose",
            "legal-basis",
            "beyond-individual-care",
            "national-opt-out",
            "icr-objection",
            "restriction",
            "unknown-status",
            "stale-status",
            "max-age-days",
            "minimum-age-years");
    private static final Map<String, String> STATUTORY = new TreeMap<>(Map.of(
            "legal-basis", "legal-obligation",
            "national-opt-out", "record",
            "icr-objection", "record",
            "restriction", "record",
            "unknown-status", "record",
            "stale-status", "record"));
    private static final Map<String, Effect> WITHHOLD_OR_RECORD =
            Map.of("withhold", Effect.WITHHOLD, "record", Effect.RECORD);
    private static final Map<String, Effect> HOLD_OR_RECORD = Map.of("hold", Effect.HOLD, "record", Effect.RECORD);

    private PolicyReader() {}

    /** @throws InvalidFileException with the line of the first mistake */
    static DisclosurePolicy read(Resource resource) {
        YamlFile file = YamlFile.read(resource);
        file.root().refuseOtherThan(Set.of("version", "destinations"));
        YamlMapping destinations = file.root().requiredMapping("destinations");
        Map<String, DestinationRule> rules = new LinkedHashMap<>();
        for (String name : destinations.keys()) {
            checkName(destinations, name);
            rules.put(name, rule(name, destinations.requiredMapping(name)));
        }
        if (!rules.containsKey(Destination.CP_IS.code())) {
            throw file.root().at("destinations", "`cp-is` is missing: it is statutory and needs its rule");
        }
        return new DisclosurePolicy(file.version(), rules);
    }

    private static DestinationRule rule(String name, YamlMapping yaml) {
        yaml.refuseOtherThan(KEYS);
        if (name.equals(Destination.CP_IS.code())) {
            checkStatutory(yaml);
        }
        DestinationRule rule = new DestinationRule(
                name,
                yaml.requiredText("purpose"),
                legalBasis(yaml),
                yaml.flag("beyond-individual-care"),
                effect(yaml, "national-opt-out", WITHHOLD_OR_RECORD),
                effect(yaml, "icr-objection", WITHHOLD_OR_RECORD),
                effect(yaml, "restriction", WITHHOLD_OR_RECORD),
                effect(yaml, "unknown-status", HOLD_OR_RECORD),
                effect(yaml, "stale-status", HOLD_OR_RECORD),
                number(yaml, "max-age-days", 1, LONGEST_MAX_AGE_DAYS).map(Duration::ofDays),
                number(yaml, "minimum-age-years", 0, OLDEST_CHILD));
        if (rule.beyondIndividualCare()) {
            checkBeyondIndividualCare(rule, yaml);
        }
        return rule;
    }

    private static void checkName(YamlMapping destinations, String name) {
        try {
            Destination destination = new Destination(name);
            boolean shadowsCpIs =
                    destination.family().equals(Destination.CP_IS.code()) && !destination.equals(Destination.CP_IS);
            if (shadowsCpIs) {
                throw destinations.at(name, "`cp-is` has one rule only");
            }
        } catch (IllegalArgumentException e) {
            throw destinations.at(name, "not a destination: lower-case words with hyphens, at most one dot");
        }
    }

    private static void checkStatutory(YamlMapping yaml) {
        STATUTORY.forEach((key, value) -> {
            if (!yaml.requiredText(key).equals(value)) {
                throw yaml.at(
                        key,
                        "CP-IS is statutory, no choice may hide a child at risk: `" + key + "` must be `" + value
                                + "`");
            }
        });
        if (yaml.flag("beyond-individual-care")
                || yaml.text("minimum-age-years").isPresent()) {
            throw yaml.at(
                    "minimum-age-years",
                    "CP-IS is statutory: neither `beyond-individual-care` nor `minimum-age-years`");
        }
    }

    private static void checkBeyondIndividualCare(DestinationRule rule, YamlMapping yaml) {
        if (rule.nationalOptOut() != Effect.WITHHOLD) {
            throw yaml.at("national-opt-out", "beyond individual care the national opt-out must be `withhold`");
        }
        if (rule.unknownStatus() != Effect.HOLD) {
            throw yaml.at("unknown-status", "beyond individual care an unknown status must be `hold`");
        }
        if (rule.staleStatus() != Effect.HOLD) {
            throw yaml.at("stale-status", "beyond individual care a stale status must be `hold`");
        }
    }

    private static LegalBasis legalBasis(YamlMapping yaml) {
        return LegalBasis.ofCode(yaml.requiredText("legal-basis"))
                .orElseThrow(() -> yaml.at("legal-basis", "`legal-basis` is legal-obligation, public-task or consent"));
    }

    private static Effect effect(YamlMapping yaml, String key, Map<String, Effect> words) {
        return Optional.ofNullable(words.get(yaml.requiredText(key)))
                .orElseThrow(() -> yaml.at(
                        key,
                        "`" + key + "` is "
                                + String.join(
                                        " or ", words.keySet().stream().sorted().toList())));
    }

    private static Optional<Integer> number(YamlMapping yaml, String key, int least, int most) {
        return yaml.text(key).map(text -> {
            if (!text.matches("\\d{1,4}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
                throw yaml.at(key, "`" + key + "` is a whole number from " + least + " to " + most);
            }
            return Integer.parseInt(text);
        });
    }
}
