package uk.gov.warwickshire.gateway.store.fulltext;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import uk.gov.warwickshire.gateway.store.fulltext.ResourceDocument.ResourceText;

/** Takes from a resource what a person could read in it; addresses, codes and ids of machines are left out. */
final class TextReader {

    private static final Set<String> READ = Set.of(
            "text",
            "display",
            "family",
            "given",
            "prefix",
            "suffix",
            "line",
            "city",
            "district",
            "postalCode",
            "name",
            "alias",
            "title",
            "description",
            "comment",
            "value",
            "valueString",
            "reasonString",
            "patientInstruction");
    private static final Pattern MARKUP = Pattern.compile("<[^>]*>");

    private TextReader() {}

    static ResourceText of(JsonNode resource) {
        List<String> content = new ArrayList<>();
        collect(resource, content);
        List<String> narrative = resource.path("text").path("div").isString()
                ? List.of(MARKUP.matcher(resource.path("text").path("div").asString())
                        .replaceAll(" "))
                : List.of();
        content.addAll(narrative);
        return new ResourceText(content, narrative);
    }

    private static void collect(JsonNode node, List<String> content) {
        for (var property : node.properties()) {
            if (READ.contains(property.getKey())) {
                addStrings(property.getValue(), content);
            }
            collect(property.getValue(), content);
        }
        if (node.isArray()) {
            node.forEach(element -> collect(element, content));
        }
    }

    private static void addStrings(JsonNode value, List<String> content) {
        if (value.isString()) {
            content.add(value.asString());
        } else if (value.isArray()) {
            value.forEach(element -> addStrings(element, content));
        }
    }
}
