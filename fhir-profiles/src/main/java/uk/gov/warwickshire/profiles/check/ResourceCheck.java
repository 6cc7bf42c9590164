package uk.gov.warwickshire.profiles.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ValueSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.gov.warwickshire.profiles.ProfilePackage;

/**
 * Checks resources, as the bytes that will be stored and sent, against the snapshots of the package: elements there are,
 * cardinalities, fixed values and patterns, slices, required bindings, targets of references, formats of values, codes of
 * our own lists, and the invariants of R4 that can fail for what mappers make. Needs neither UK Core nor a terminology
 * server. What it does not check stands in `mappings/docs/profiles.md`. Immutable, for any number of threads.
 */
public final class ResourceCheck {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, ElementRule> profiles;
    private final ValueRules values;

    private ResourceCheck(Map<String, ElementRule> profiles, ValueRules values) {
        this.profiles = profiles;
        this.values = values;
    }

    public static ResourceCheck of(ProfilePackage profiles) {
        List<JsonNode> definitions =
                profiles.structureDefinitions().stream().map(JSON::readTree).toList();
        Map<String, String> types = new HashMap<>();
        definitions.forEach(
                d -> types.put(d.path("url").asString(), d.path("type").asString()));
        RuleCompiler compiler = new RuleCompiler(valueSets(profiles.terminology()), types);
        Map<String, ElementRule> resources = new HashMap<>();
        Map<String, ElementRule> extensions = new HashMap<>();
        for (JsonNode definition : definitions) {
            boolean isExtension = definition.path("type").asString().equals("Extension");
            (isExtension ? extensions : resources).put(definition.path("url").asString(), compiler.compile(definition));
        }
        Map<String, Map<String, String>> known = lists(profiles.terminology());
        addSpeltOut(known, profiles.terminology());
        return new ResourceCheck(Map.copyOf(resources), new ValueRules(profiles.baseUri(), known, extensions));
    }

    /** Empty if the resource conforms to each profile of the package that it names, and names one. */
    public List<Fault> faults(byte[] json) {
        JsonNode resource;
        try {
            resource = JSON.readTree(json);
        } catch (JacksonException invalid) {
            return List.of(new Fault("", "no valid JSON"));
        }
        Place root = Place.root(resource.path("resourceType").asString("Resource"));
        List<Fault> faults = new ArrayList<>();
        boolean known = false;
        for (JsonNode profile : resource.at("/meta/profile")) {
            ElementRule rule = profiles.get(profile.asString());
            if (rule != null) {
                known = true;
                if (rule.name().equals(root.name())) {
                    new StructureCheck(faults).check(resource, rule, root);
                } else {
                    faults.add(new Fault(root + ".meta.profile", "is a profile of another type"));
                }
            }
        }
        if (!known) {
            faults.add(new Fault(root + ".meta.profile", "names no profile of this package"));
        }
        values.check(resource, root, faults);
        return List.copyOf(faults);
    }

    private static Map<String, Map<String, String>> lists(List<Resource> terminology) {
        Map<String, Map<String, String>> lists = new HashMap<>();
        for (Resource resource : terminology) {
            if (resource instanceof CodeSystem list) {
                Map<String, String> codes = new HashMap<>();
                list.getConcept().forEach(concept -> codes.put(concept.getCode(), concept.getDisplay()));
                lists.put(list.getUrl(), codes);
            }
        }
        return lists;
    }

    /** Of a national system, the codes that some value set of the package spells out: no other may be written. */
    private static void addSpeltOut(Map<String, Map<String, String>> lists, List<Resource> terminology) {
        for (Resource resource : terminology) {
            if (resource instanceof ValueSet values) {
                values.getCompose().getInclude().forEach(include -> include.getConcept()
                        .forEach(concept -> lists.computeIfAbsent(include.getSystem(), system -> new HashMap<>())
                                .putIfAbsent(concept.getCode(), concept.getDisplay())));
            }
        }
    }

    private static Map<String, Set<String>> valueSets(List<Resource> terminology) {
        Map<String, Map<String, String>> lists = lists(terminology);
        Map<String, Set<String>> sets = new HashMap<>();
        for (Resource resource : terminology) {
            if (resource instanceof ValueSet values) {
                Set<String> codes = new HashSet<>();
                values.getCompose().getInclude().forEach(include -> {
                    String prefix = include.getSystem() + "|";
                    include.getConcept().forEach(concept -> codes.add(prefix + concept.getCode()));
                    if (!include.hasConcept()) {
                        lists.getOrDefault(include.getSystem(), Map.of())
                                .keySet()
                                .forEach(code -> codes.add(prefix + code));
                    }
                });
                sets.put(values.getUrl(), Set.copyOf(codes));
            }
        }
        return sets;
    }
}
