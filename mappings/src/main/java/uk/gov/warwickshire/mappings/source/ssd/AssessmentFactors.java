package uk.gov.warwickshire.mappings.source.ssd;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import uk.gov.warwickshire.mappings.source.code.CodeList;
import uk.gov.warwickshire.mappings.source.code.CodeLists;

/**
 * {@code cinf_assessment_factors_json}: a list of codes, or an object from code to yes or no. Reduced to codes before
 * the row is staged: those of the list, and what is written as one ({@code 25A}), which a later list may have. Anything
 * else becomes a question mark, not a text.
 */
final class AssessmentFactors {

    private static final String UNKNOWN = "?";

    private static final String LIKE_A_CODE = "[0-9]{1,2}[A-F]";

    private AssessmentFactors() {}

    /** @return the codes, each once, apart by spaces */
    static String reduce(String json) {
        Set<String> codes = new LinkedHashSet<>();
        for (String item : items(json)) {
            codes.add(code(item).orElse(UNKNOWN));
        }
        return String.join(" ", codes);
    }

    private static Optional<String> code(String item) {
        return CodeLists.STANDARD
                .codeOf(CodeList.ASSESSMENT_FACTOR, item)
                .or(() -> Optional.of(item.toUpperCase(Locale.ROOT)).filter(like -> like.matches(LIKE_A_CODE)));
    }

    private static List<String> items(String json) {
        List<String> items = new ArrayList<>();
        try {
            collect(LooseJson.MAPPER.readTree(json), items);
        } catch (JacksonException notJson) {
            for (String part : json.replaceAll("[\\[\\]{}\"']", "").split("[,;|]")) {
                addFilled(items, part.split(":")[0]);
            }
        }
        return items;
    }

    private static void collect(JsonNode node, List<String> items) {
        if (node.isArray()) {
            node.forEach(n -> collect(n, items));
        } else if (node.isObject()) {
            node.properties().forEach(p -> {
                String value = p.getValue().asString("");
                if (code(p.getKey()).isEmpty()) {
                    addFilled(items, value);
                } else if (!value.matches("(?i)n|no|0|false|")) {
                    items.add(p.getKey());
                }
            });
        } else {
            addFilled(items, node.asString(""));
        }
    }

    private static void addFilled(List<String> items, String item) {
        if (!item.isBlank()) {
            items.add(item.strip());
        }
    }
}
