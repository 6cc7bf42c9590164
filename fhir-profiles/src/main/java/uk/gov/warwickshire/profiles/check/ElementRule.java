package uk.gov.warwickshire.profiles.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What a snapshot demands of one element.
 *
 * @param name of the element, `value[x]` of a choice
 * @param jsonNames the names it may have in JSON: one, or one for each type of a choice
 * @param children by JSON name; empty if the snapshot says nothing of what is inside
 * @param required children that must be there
 * @param exact value it must be equal to
 * @param pattern value it must contain
 * @param codes `system|code` of a required binding; of a `code`, the code alone
 * @param targets types a reference may lead to; empty if any
 * @param format how its text must be written, by JSON name
 */
record ElementRule(
        String name,
        Set<String> jsonNames,
        int min,
        int max,
        Map<String, ElementRule> children,
        List<ElementRule> required,
        List<Slice> slices,
        Optional<JsonNode> exact,
        Optional<JsonNode> pattern,
        Optional<Set<String>> codes,
        Set<String> targets,
        Map<String, TextFormat> format) {

    /**
     * A slice: the elements of a list in which something inside has a certain value.
     *
     * @param path names from the element to what tells the slice from others
     */
    record Slice(List<String> path, String value, ElementRule rule) {
        boolean matches(JsonNode element) {
            return matches(element, 0);
        }

        private boolean matches(JsonNode node, int depth) {
            if (node.isArray()) {
                return node.valueStream().anyMatch(one -> matches(one, depth));
            }
            return depth == path.size()
                    ? value.equals(node.stringValue(null))
                    : matches(node.path(path.get(depth)), depth + 1);
        }
    }
}
