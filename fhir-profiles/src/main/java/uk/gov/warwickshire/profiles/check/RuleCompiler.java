package uk.gov.warwickshire.profiles.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import uk.gov.warwickshire.profiles.check.ElementRule.Slice;

/** Turns the snapshot of a profile into a tree of rules. */
final class RuleCompiler {

    private static final String REQUIRED = "required";

    private final Map<String, Set<String>> valueSets;
    private final Map<String, String> typesOfOwnProfiles;
    private final Map<String, List<JsonNode>> children = new HashMap<>();
    private final Map<String, List<JsonNode>> slices = new HashMap<>();

    /**
     * @param valueSets `system|code` of each value set of the package, by url
     * @param typesOfOwnProfiles resource type of each profile of the package, by url
     */
    RuleCompiler(Map<String, Set<String>> valueSets, Map<String, String> typesOfOwnProfiles) {
        this.valueSets = valueSets;
        this.typesOfOwnProfiles = typesOfOwnProfiles;
    }

    ElementRule compile(JsonNode definition) {
        children.clear();
        slices.clear();
        List<JsonNode> elements =
                definition.at("/snapshot/element").valueStream().toList();
        for (JsonNode element : elements) {
            String id = id(element);
            int dot = id.lastIndexOf('.');
            int colon = id.lastIndexOf(':');
            if (colon > dot) {
                slices.computeIfAbsent(id.substring(0, colon), key -> new ArrayList<>())
                        .add(element);
            } else if (dot > 0) {
                children.computeIfAbsent(id.substring(0, dot), key -> new ArrayList<>())
                        .add(element);
            }
        }
        return rule(elements.get(0));
    }

    private ElementRule rule(JsonNode element) {
        String id = id(element);
        String path = element.path("path").asString();
        String name = path.substring(path.lastIndexOf('.') + 1);
        Map<String, TextFormat> formats = formats(name, element);
        Map<String, ElementRule> byName = new LinkedHashMap<>();
        List<ElementRule> required = new ArrayList<>();
        for (JsonNode child : children.getOrDefault(id, List.of())) {
            ElementRule rule = rule(child);
            rule.jsonNames().forEach(json -> byName.put(json, rule));
            if (rule.min() > 0) {
                required.add(rule);
            }
        }
        String max = element.path("max").asString("*");
        return new ElementRule(
                name,
                Set.copyOf(formats.keySet()),
                element.path("min").asInt(0),
                max.equals("*") ? Integer.MAX_VALUE : Integer.parseInt(max),
                Map.copyOf(byName),
                List.copyOf(required),
                slices(id, element),
                startingWith(element, "fixed"),
                startingWith(element, "pattern"),
                codes(element),
                targets(element),
                Map.copyOf(formats));
    }

    private List<Slice> slices(String id, JsonNode element) {
        List<Slice> compiled = new ArrayList<>();
        for (JsonNode discriminator : element.at("/slicing/discriminator")) {
            List<String> path = List.of(discriminator.path("path").asString().split("\\.", -1));
            for (JsonNode slice : slices.getOrDefault(id, List.of())) {
                ElementRule rule = rule(slice);
                value(rule, slice, path).ifPresent(value -> compiled.add(new Slice(path, value, rule)));
            }
        }
        return List.copyOf(compiled);
    }

    /** What tells a slice from others: an extension's url, or the fixed text at the path. */
    private static Optional<String> value(ElementRule slice, JsonNode element, List<String> path) {
        if (path.equals(List.of("url"))) {
            Optional<String> profile =
                    Optional.ofNullable(element.at("/type/0/profile/0").stringValue(null));
            if (profile.isPresent()) {
                return profile;
            }
        }
        Optional<ElementRule> rule = Optional.of(slice);
        for (String step : path) {
            rule = rule.map(r -> r.children().get(step));
        }
        return rule.flatMap(ElementRule::exact).map(fixed -> fixed.stringValue(null));
    }

    private Optional<Set<String>> codes(JsonNode element) {
        if (!element.at("/binding/strength").asString("").equals(REQUIRED)) {
            return Optional.empty();
        }
        String url = element.at("/binding/valueSet").asString("").replaceFirst("\\|.*", "");
        return Optional.ofNullable(valueSets.get(url));
    }

    private Set<String> targets(JsonNode element) {
        Set<String> targets = new HashSet<>();
        for (JsonNode type : element.path("type")) {
            for (JsonNode profile : type.path("targetProfile")) {
                String url = profile.asString();
                String last = url.substring(url.lastIndexOf('/') + 1).replaceFirst("^UKCore-", "");
                targets.add(typesOfOwnProfiles.getOrDefault(url, last));
            }
        }
        return targets.contains("Resource") ? Set.of() : Set.copyOf(targets);
    }

    private static Map<String, TextFormat> formats(String name, JsonNode element) {
        Map<String, TextFormat> formats = new LinkedHashMap<>();
        for (JsonNode type : element.path("type")) {
            String code = type.path("code").asString();
            formats.put(jsonName(name, code), TextFormat.ofType(name.equals("id") ? "id" : code));
        }
        if (formats.isEmpty()) {
            formats.put(name, TextFormat.ANY); // the root, and elements defined elsewhere by contentReference
        }
        return formats;
    }

    private static String jsonName(String name, String type) {
        return name.endsWith("[x]")
                ? name.substring(0, name.length() - 3)
                        + type.substring(0, 1).toUpperCase(Locale.ROOT)
                        + type.substring(1)
                : name;
    }

    private static Optional<JsonNode> startingWith(JsonNode element, String prefix) {
        return element.propertyStream()
                .filter(property -> property.getKey().startsWith(prefix))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static String id(JsonNode element) {
        return element.path("id").asString();
    }
}
