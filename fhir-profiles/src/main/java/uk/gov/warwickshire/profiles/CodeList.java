package uk.gov.warwickshire.profiles;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.Coding;

/** A code system of a {@link ProfilePackage} as a table: its codes and how they are worded. */
public final class CodeList {

    private final String system;
    private final Map<String, String> displays;

    private CodeList(String system, Map<String, String> displays) {
        this.system = system;
        this.displays = Map.copyOf(displays);
    }

    public static CodeList of(CodeSystem codeSystem) {
        Map<String, String> displays = new LinkedHashMap<>();
        for (ConceptDefinitionComponent concept : codeSystem.getConcept()) {
            displays.put(concept.getCode(), concept.getDisplay());
        }
        return new CodeList(codeSystem.getUrl(), displays);
    }

    /** A new coding with its display; empty if the list has no such code. */
    public Optional<Coding> coding(String code) {
        return Optional.ofNullable(displays.get(code)).map(display -> new Coding(system, code, display));
    }
}
