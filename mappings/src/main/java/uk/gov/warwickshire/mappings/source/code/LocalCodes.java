package uk.gov.warwickshire.mappings.source.code;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.ConceptMap.ConceptMapGroupComponent;
import org.hl7.fhir.r4.model.ConceptMap.SourceElementComponent;
import org.hl7.fhir.r4.model.ConceptMap.TargetElementComponent;
import org.hl7.fhir.r4.model.Enumerations.ConceptMapEquivalence;
import uk.gov.warwickshire.profiles.ProfilePackage;

/**
 * What the FHIR package in force adds to the lists: the council's own spellings, from the ConceptMap
 * {@code local-codes}, and codes that its code systems have beyond those of {@code code-lists.csv}. Immutable.
 */
public final class LocalCodes {

    public static final LocalCodes NONE = new LocalCodes(Map.of(), Map.of());

    private static final String MAP = "local-codes";

    private final Map<CodeList, CodeIndex> spellings;
    private final Map<CodeList, CodeIndex> added;

    private LocalCodes(Map<CodeList, CodeIndex> spellings, Map<CodeList, CodeIndex> added) {
        this.spellings = spellings;
        this.added = added;
    }

    /** @throws uk.gov.warwickshire.profiles.ProfileException with the line, if the map leads to a list that no column has */
    public static LocalCodes of(ProfilePackage profiles) {
        Map<CodeList, CodeIndex> spellings = new EnumMap<>(CodeList.class);
        ConceptMap map = profiles.resource(ConceptMap.class, MAP);
        for (int g = 0; g < map.getGroup().size(); g++) {
            ConceptMapGroupComponent group = map.getGroup().get(g);
            String pointer = "/group/" + g + "/target";
            CodeList list = Arrays.stream(CodeList.values())
                    .filter(l -> url(profiles, l).equals(group.getTarget()))
                    .findFirst()
                    .orElseThrow(() -> profiles.fault(
                            ConceptMap.class, MAP, pointer, "no column is read by the list " + group.getTarget()));
            CodeIndex index = spellings.computeIfAbsent(list, l -> new CodeIndex());
            group.getElement().forEach(element -> add(index, element));
        }
        return new LocalCodes(spellings, added(profiles));
    }

    /** The code that the council's own map gives for a text; neither case nor punctuation counts. */
    Optional<String> spelling(CodeList list, String text) {
        return Optional.ofNullable(spellings.get(list)).flatMap(index -> index.exact(text));
    }

    /** Codes of the list beyond the standard ones. */
    Optional<CodeIndex> added(CodeList list) {
        return Optional.ofNullable(added.get(list));
    }

    private static String url(ProfilePackage profiles, CodeList list) {
        return profiles.resource(CodeSystem.class, list.codeSystem()).getUrl();
    }

    private static void add(CodeIndex index, SourceElementComponent element) {
        element.getTarget().stream()
                .filter(target -> target.getEquivalence() != ConceptMapEquivalence.UNMATCHED)
                .map(TargetElementComponent::getCode)
                .findFirst()
                .ifPresent(code -> index.spelling(element.getCode(), code));
    }

    private static Map<CodeList, CodeIndex> added(ProfilePackage profiles) {
        Map<CodeList, CodeIndex> added = new EnumMap<>(CodeList.class);
        for (CodeList list : CodeList.values()) {
            for (ConceptDefinitionComponent concept :
                    profiles.resource(CodeSystem.class, list.codeSystem()).getConcept()) {
                if (CodeLists.STANDARD.display(list, concept.getCode()).isEmpty()) {
                    added.computeIfAbsent(list, l -> new CodeIndex()).add(concept.getCode(), concept.getDisplay(), "");
                }
            }
        }
        return added;
    }
}
