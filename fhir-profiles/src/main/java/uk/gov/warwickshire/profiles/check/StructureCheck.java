package uk.gov.warwickshire.profiles.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import uk.gov.warwickshire.profiles.check.ElementRule.Slice;

/** Compares a resource with the rules of one profile. */
final class StructureCheck {

    private final List<Fault> faults;

    StructureCheck(List<Fault> faults) {
        this.faults = faults;
    }

    void check(JsonNode object, ElementRule rule, Place place) {
        for (Map.Entry<String, JsonNode> property : object.properties()) {
            String name = property.getKey();
            ElementRule child = rule.children().get(name.startsWith("_") ? name.substring(1) : name);
            if (child != null) {
                checkList(name, property.getValue(), child, place);
            } else if (!name.equals("resourceType")) {
                fault(place.child(name), "is no element here");
            }
        }
        for (ElementRule child : rule.required()) {
            if (child.jsonNames().stream().noneMatch(name -> object.has(name) || object.has("_" + name))) {
                fault(place.child(child.name()), "is required");
                if (object.isEmpty()) {
                    return;
                }
            }
        }
    }

    private void checkList(String name, JsonNode value, ElementRule rule, Place place) {
        int count = value.isArray() ? value.size() : 1;
        if (count > rule.max()) {
            fault(place.child(name), rule.max() == 0 ? "must not be there" : "may be there " + rule.max() + " times");
        } else if (count < rule.min()) {
            fault(place.child(name), "must be there " + rule.min() + " times");
        }
        if (name.startsWith("_")) {
            return; // an extension of a value that is not known
        }
        if (value.isArray()) {
            for (int i = 0; i < count; i++) {
                checkValue(name, value.get(i), rule, place.child(name, i));
            }
        } else {
            checkValue(name, value, rule, place.child(name));
        }
        for (Slice slice : rule.slices()) {
            checkSlice(name, value, slice, place);
        }
    }

    private void checkSlice(String name, JsonNode value, Slice slice, Place place) {
        int matching = 0;
        int count = value.isArray() ? value.size() : 1;
        for (int i = 0; i < count; i++) {
            JsonNode one = value.isArray() ? value.get(i) : value;
            if (slice.matches(one)) {
                matching++;
                checkValue(name, one, slice.rule(), place.child(name, i));
            }
        }
        if (matching < slice.rule().min()) {
            fault(
                    place.child(name),
                    "one with " + String.join(".", slice.path()) + " " + slice.value() + " is required");
        } else if (matching > slice.rule().max()) {
            fault(
                    place.child(name),
                    "only " + slice.rule().max() + " may have " + String.join(".", slice.path()) + " " + slice.value());
        }
    }

    private void checkValue(String name, JsonNode value, ElementRule rule, Place place) {
        if (rule.exact().isPresent() && !rule.exact().get().equals(value)) {
            fault(place, "has not the fixed value");
        }
        if (rule.pattern().isPresent() && !contains(value, rule.pattern().get())) {
            fault(place, "does not contain the pattern");
        }
        if (rule.codes().isPresent() && !isBound(value, rule.codes().get())) {
            fault(place, "has no code of the required value set");
        }
        if (!rule.targets().isEmpty() && value.isObject()) {
            checkTarget(value, rule.targets(), place);
        }
        if (value.isString()) {
            if (!rule.format().getOrDefault(name, TextFormat.ANY).accepts(value.stringValue())) {
                fault(place, "is not written as its type demands");
            }
        } else if (value.isObject() && !rule.children().isEmpty()) {
            check(value, rule, place);
        }
    }

    private void checkTarget(JsonNode reference, Set<String> targets, Place place) {
        String literal = reference.path("reference").asString("");
        String type = literal.isEmpty()
                ? reference.path("type").asString("")
                : literal.substring(0, Math.max(0, literal.indexOf('/')));
        boolean said = !literal.isEmpty() || !type.isEmpty();
        if (said && !targets.contains(type)) {
            fault(place, "leads to a type that is not allowed here");
        }
    }

    private static boolean isBound(JsonNode value, Set<String> codes) {
        if (value.isString()) {
            return codes.stream().anyMatch(code -> code.endsWith("|" + value.stringValue()));
        }
        if (value.has("coding")) {
            return value.path("coding").valueStream().anyMatch(coding -> isBound(coding, codes));
        }
        return codes.contains(
                value.path("system").asString("") + "|" + value.path("code").asString(""));
    }

    /** Every element of the pattern is in the value, those of a list in any place. */
    private static boolean contains(JsonNode value, JsonNode pattern) {
        if (pattern.isObject()) {
            return pattern.propertyStream().allMatch(p -> contains(value.path(p.getKey()), p.getValue()));
        }
        if (pattern.isArray()) {
            return pattern.valueStream().allMatch(wanted -> value.valueStream().anyMatch(one -> contains(one, wanted)));
        }
        return pattern.equals(value);
    }

    private void fault(Place place, String problem) {
        faults.add(new Fault(place.toString(), problem));
    }
}
