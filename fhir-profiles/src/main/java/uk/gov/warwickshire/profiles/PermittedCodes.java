package uk.gov.warwickshire.profiles;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptReferenceComponent;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;

/** Which codes the package knows, with their wording: those of its own lists and those its value sets spell out. */
final class PermittedCodes {

    private final Map<String, Map<String, String>> lists = new HashMap<>();
    private final Map<String, Map<String, Map<String, String>>> valueSets = new HashMap<>();

    void add(CodeSystem list) {
        Map<String, String> codes = lists.computeIfAbsent(list.getUrl(), url -> new LinkedHashMap<>());
        for (ConceptDefinitionComponent concept : list.getConcept()) {
            codes.put(concept.getCode(), concept.getDisplay());
        }
    }

    /** After the code systems it names. */
    void add(ValueSet values) {
        Map<String, Map<String, String>> systems = new HashMap<>();
        for (ConceptSetComponent include : values.getCompose().getInclude()) {
            Map<String, String> list = lists.getOrDefault(include.getSystem(), Map.of());
            Map<String, String> codes = systems.computeIfAbsent(include.getSystem(), system -> new LinkedHashMap<>());
            if (!include.hasConcept()) {
                codes.putAll(list);
            }
            for (ConceptReferenceComponent concept : include.getConcept()) {
                codes.put(concept.getCode(), list.getOrDefault(concept.getCode(), concept.getDisplay()));
            }
        }
        valueSets.put(values.getUrl(), systems);
    }

    boolean hasList(String system) {
        return lists.containsKey(system);
    }

    boolean hasValueSet(String url) {
        return valueSets.containsKey(url);
    }

    /** The wording of a code of one of the package's own lists. */
    Optional<String> display(String system, String code) {
        return Optional.ofNullable(lists.getOrDefault(system, Map.of()).get(code));
    }

    /** The wording of a code in a value set. */
    Optional<String> display(String valueSet, String system, String code) {
        return Optional.ofNullable(valueSets
                .getOrDefault(valueSet, Map.of())
                .getOrDefault(system, Map.of())
                .get(code));
    }
}
