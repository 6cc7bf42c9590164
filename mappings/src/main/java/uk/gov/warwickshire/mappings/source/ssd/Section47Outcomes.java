package uk.gov.warwickshire.mappings.source.ssd;

import static uk.gov.warwickshire.mappings.record.ChildProtection.Outcome.CHILD_PROTECTION_CONFERENCE;
import static uk.gov.warwickshire.mappings.record.ChildProtection.Outcome.CONTINUE_WITH_SINGLE_ASSESSMENT;
import static uk.gov.warwickshire.mappings.record.ChildProtection.Outcome.LEGAL_ACTION;
import static uk.gov.warwickshire.mappings.record.ChildProtection.Outcome.MONITOR;
import static uk.gov.warwickshire.mappings.record.ChildProtection.Outcome.NO_FURTHER_ACTION;
import static uk.gov.warwickshire.mappings.record.ChildProtection.Outcome.OTHER;
import static uk.gov.warwickshire.mappings.record.ChildProtection.Outcome.PROVISION_OF_SERVICES;
import static uk.gov.warwickshire.mappings.record.ChildProtection.Outcome.PROVISION_OF_SHORT_BREAK_CARE;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import uk.gov.warwickshire.mappings.record.ChildProtection.Outcome;

/**
 * The flags of {@code s47e_s47_outcome_json}. Reduced to them before the row is staged, so that the comments in the same
 * object never get further than the file.
 */
final class Section47Outcomes {

    private static final Map<String, Outcome> FLAGS = Map.of(
            "NFA_FLAG", NO_FURTHER_ACTION,
            "LEGAL_ACTION_FLAG", LEGAL_ACTION,
            "PROV_OF_SERVICES_FLAG", PROVISION_OF_SERVICES,
            "PROV_OF_SB_CARE_FLAG", PROVISION_OF_SHORT_BREAK_CARE,
            "CP_CONFERENCE_FLAG", CHILD_PROTECTION_CONFERENCE,
            "NFA_CONTINUE_SINGLE_FLAG", CONTINUE_WITH_SINGLE_ASSESSMENT,
            "MONITOR_FLAG", MONITOR,
            "OTHER_OUTCOMES_EXIST_FLAG", OTHER);

    /** The other keys are named too, so that a broken object is cut at them. */
    private static final Set<String> KEYS = keys();

    private static final Set<String> TRUE = Set.of("Y", "y", "Yes", "YES", "yes", "1", "true", "True", "TRUE", "T");

    private Section47Outcomes() {}

    /** @return the names of the outcomes that are set, apart by spaces */
    static String reduce(String json) {
        Map<String, String> fields = LooseJson.fields(json, KEYS);
        return Arrays.stream(Outcome.values())
                .filter(o -> FLAGS.entrySet().stream()
                        .anyMatch(f -> f.getValue() == o && TRUE.contains(fields.getOrDefault(f.getKey(), ""))))
                .map(Outcome::name)
                .collect(Collectors.joining(" "));
    }

    static Set<Outcome> parse(String reduced) {
        Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
        for (String name : reduced.split(" ")) {
            if (!name.isEmpty()) {
                outcomes.add(Outcome.valueOf(name));
            }
        }
        return outcomes;
    }

    private static Set<String> keys() {
        Set<String> keys = new HashSet<>(FLAGS.keySet());
        keys.add("OUTCOME_COMMENTS");
        keys.add("TOTAL_NO_OF_OUTCOMES");
        return Set.copyOf(keys);
    }
}
