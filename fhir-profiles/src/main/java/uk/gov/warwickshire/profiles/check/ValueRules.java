package uk.gov.warwickshire.profiles.check;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What holds of values wherever they stand: of R4's datatypes, of our own code lists and extensions. */
final class ValueRules {

    private static final Pattern REFERENCE = Pattern.compile("[A-Z][A-Za-z]+/[A-Za-z0-9\\-.]{1,64}");
    private static final int DAY = 10;

    private final String base;
    private final Map<String, Map<String, String>> lists;
    private final Map<String, ElementRule> extensions;

    /**
     * @param base address under which every list and extension is one of the package
     * @param lists display by code, by system: our own, and of national systems the codes that may be written
     * @param extensions of the package, by url
     */
    ValueRules(String base, Map<String, Map<String, String>> lists, Map<String, ElementRule> extensions) {
        this.base = base;
        this.lists = lists;
        this.extensions = Map.copyOf(extensions);
    }

    void check(JsonNode object, Place place, List<Fault> faults) {
        if (object.isEmpty()) {
            fault(faults, place, "is empty"); // ele-1
        }
        for (Map.Entry<String, JsonNode> property : object.properties()) {
            String name = property.getKey();
            JsonNode value = property.getValue();
            if (value.isArray()) {
                if (value.isEmpty()) {
                    fault(faults, place.child(name), "is empty"); // ele-1
                }
                for (int i = 0; i < value.size(); i++) {
                    checkOne(name, value.get(i), place.child(name, i), faults);
                }
            } else {
                checkOne(name, value, place.child(name), faults);
            }
        }
        invariants(object, place, faults);
    }

    private void checkOne(String name, JsonNode value, Place place, List<Fault> faults) {
        if (value.isObject()) {
            check(value, place, faults);
            if (name.equals("extension") || name.equals("modifierExtension")) {
                extension(value, place, faults);
            }
        } else if (value.isString() && !TextFormat.ANY.accepts(value.stringValue())) {
            fault(faults, place, "is blank or has control characters");
        }
    }

    private void invariants(JsonNode object, Place place, List<Fault> faults) {
        if (object.has("start") && object.has("end")) { // per-1
            String start = object.path("start").asString("");
            String end = object.path("end").asString("");
            if (start.length() >= DAY
                    && end.length() >= DAY
                    && start.substring(0, DAY).compareTo(end.substring(0, DAY)) > 0) {
                fault(faults, place, "ends before it starts");
            }
        }
        if (place.name().equals("telecom") && object.has("value") && !object.has("system")) { // cpt-2
            fault(faults, place, "needs a system, because it has a value");
        }
        if (object.has("reference")
                && object.path("reference").isString()
                && !REFERENCE
                        .matcher(object.path("reference").stringValue())
                        .matches()) { // ref-1: nothing is contained
            fault(faults, place.child("reference"), "is no relative reference");
        }
        if (object.has("detail") && place.name().equals("activity") && object.has("reference")) { // cpl-3
            fault(faults, place, "has a detail and a reference");
        }
        coding(object, place, faults);
    }

    private void coding(JsonNode object, Place place, List<Fault> faults) {
        JsonNode code = object.path("code");
        String system = object.path("system").asString("");
        Map<String, String> list = lists.get(system);
        if (system.isEmpty()) {
            return;
        }
        if (list != null) {
            if (!code.isString()) {
                fault(faults, place, "needs a code of its list");
                return;
            }
            String display = list.get(code.stringValue());
            if (display == null) {
                fault(faults, place, "has a code that its list does not know");
            } else if (object.has("display")
                    && !display.equals(object.path("display").asString(""))) {
                fault(faults, place, "is worded otherwise than in its list");
            }
        } else if (code.isString() && system.startsWith(base + "/CodeSystem/")) {
            fault(faults, place, "names a code system that the package does not have");
        }
    }

    private void extension(JsonNode extension, Place place, List<Fault> faults) {
        boolean hasValue = extension.propertyStream().anyMatch(p -> p.getKey().startsWith("value"));
        if (hasValue == extension.has("extension")) { // ext-1
            fault(faults, place, "needs either a value or extensions");
        }
        String url = extension.path("url").asString("");
        ElementRule rule = extensions.get(url);
        if (rule != null) {
            new StructureCheck(faults).check(extension, rule, place);
        } else if (url.isEmpty() || url.startsWith(base + "/") || (!url.contains(":") && !isNested(place))) {
            fault(faults, place, "is an extension that the package does not have");
        }
    }

    /** Only within another extension may a url be a plain name. */
    private static boolean isNested(Place extension) {
        Place around = extension.parent();
        return around != null && around.name().equals("extension");
    }

    private static void fault(List<Fault> faults, Place place, String problem) {
        faults.add(new Fault(place.toString(), problem));
    }
}
