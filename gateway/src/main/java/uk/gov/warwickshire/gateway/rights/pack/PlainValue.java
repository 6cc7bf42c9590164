package uk.gov.warwickshire.gateway.rights.pack;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A FHIR value as a person would write it: the display and not the code, `2 January 2023` and not `2023-01-02`. */
final class PlainValue {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final Set<String> LEFT_OUT = Set.of("system", "code", "use", "resourceType", "id", "url");

    /** Headings of the resources that may be referred to, by `Type/id`. */
    private final Map<String, String> headings;

    PlainValue(Map<String, String> headings) {
        this.headings = Map.copyOf(headings);
    }

    /** Empty if there is nothing to read in it. */
    String of(JsonNode node) {
        if (node.isArray()) {
            List<String> each = new ArrayList<>();
            node.forEach(one -> each.add(of(one)));
            return joined(each, "; ");
        }
        if (node.isObject()) {
            return object(node);
        }
        return node.isBoolean() ? node.booleanValue() ? "yes" : "no" : day(node.asString(""));
    }

    private String object(JsonNode node) {
        if (node.has("reference") || (node.path("identifier").has("value") && node.size() <= 3 && !node.has("role"))) {
            return reference(node);
        }
        if (node.has("coding")) {
            return concept(node);
        }
        if (node.has("display")) {
            return node.path("display").asString("");
        }
        if (node.has("start") || node.has("end")) {
            return period(node);
        }
        if (node.has("family") || node.has("given")) {
            return name(node);
        }
        if (node.has("postalCode") || node.has("line")) {
            return address(node);
        }
        if (node.has("system") && node.has("value")) {
            return node.path("value").asString("");
        }
        if (node.has("text") && node.size() <= 3) {
            return node.path("text").asString("");
        }
        return parts(node);
    }

    private String reference(JsonNode node) {
        String display = node.path("display").asString("");
        if (!display.isEmpty()) {
            return display;
        }
        String reference = node.path("reference").asString("");
        return reference.isEmpty()
                ? node.path("identifier").path("value").asString("")
                : headings.getOrDefault(reference, "");
    }

    private static String concept(JsonNode node) {
        String text = node.path("text").asString("");
        if (!text.isEmpty()) {
            return text;
        }
        List<String> displays = new ArrayList<>();
        node.path("coding")
                .forEach(coding -> displays.add(
                        coding.path("display").asString(coding.path("code").asString(""))));
        return joined(displays.stream().limit(1).toList(), ", ");
    }

    private static String period(JsonNode node) {
        String start = day(node.path("start").asString(""));
        String end = day(node.path("end").asString(""));
        if (start.equals(end)) {
            return start;
        }
        if (end.isEmpty()) {
            return "since " + start;
        }
        return start.isEmpty() ? "until " + end : start + " to " + end;
    }

    private String name(JsonNode node) {
        return joined(
                List.of(
                        of(node.path("prefix")).replace(";", ""),
                        of(node.path("given")).replace(";", ""),
                        node.path("family").asString("")),
                " ");
    }

    private String address(JsonNode node) {
        return joined(
                List.of(
                        node.path("text").asString(""),
                        of(node.path("line")).replace(";", ","),
                        node.path("city").asString(""),
                        node.path("district").asString(""),
                        node.path("postalCode").asString(""),
                        of(node.path("period"))),
                ", ");
    }

    private String parts(JsonNode node) {
        List<String> parts = new ArrayList<>();
        node.properties().forEach(property -> {
            String name = property.getKey();
            if (!LEFT_OUT.contains(name) && !name.startsWith("_")) {
                String value = of(property.getValue());
                if (!value.isEmpty()) {
                    parts.add(name.startsWith("value") ? value : Labels.of(name).toLowerCase(Locale.UK) + " " + value);
                }
            }
        });
        return joined(parts, ", ");
    }

    static String day(String iso) {
        try {
            return iso.length() == 10 ? DAY.format(LocalDate.parse(iso)) : iso;
        } catch (DateTimeParseException noDay) {
            return iso;
        }
    }

    private static String joined(List<String> parts, String between) {
        return parts.stream().filter(part -> !part.isBlank()).distinct().collect(Collectors.joining(between));
    }
}
