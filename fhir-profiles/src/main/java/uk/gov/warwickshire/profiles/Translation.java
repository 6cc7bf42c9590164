package uk.gov.warwickshire.profiles;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.ConceptMap.ConceptMapGroupComponent;
import org.hl7.fhir.r4.model.ConceptMap.SourceElementComponent;
import org.hl7.fhir.r4.model.Enumerations.ConceptMapEquivalence;

/**
 * A concept map of a {@link ProfilePackage} as a table from source codes to codings: what the mappers translate with at
 * run time.
 */
public final class Translation {

    private static final Set<ConceptMapEquivalence> NO_MATCH =
            EnumSet.of(ConceptMapEquivalence.UNMATCHED, ConceptMapEquivalence.DISJOINT);

    private final Map<String, List<Coding>> targets;

    private final UnaryOperator<String> key;

    private Translation(Map<String, List<Coding>> targets, UnaryOperator<String> key) {
        this.targets = targets;
        this.key = key;
    }

    public static Translation of(ConceptMap map) {
        return of(map, UnaryOperator.identity());
    }

    /** For source codes that are words somebody wrote, such as job titles: neither case nor outer spaces count. */
    public static Translation ofWords(ConceptMap map) {
        return of(map, Translation::plain);
    }

    private static Translation of(ConceptMap map, UnaryOperator<String> key) {
        Map<String, List<Coding>> targets = new HashMap<>();
        for (ConceptMapGroupComponent group : map.getGroup()) {
            for (SourceElementComponent element : group.getElement()) {
                targets.merge(key.apply(element.getCode()), codings(group.getTarget(), element), Translation::both);
            }
        }
        return new Translation(Map.copyOf(targets), key);
    }

    /** New codings for a source code; none if the map says that nothing matches it, or that its target does not. */
    public List<Coding> translate(String code) {
        return targets.getOrDefault(key.apply(code), List.of()).stream()
                .map(Coding::copy)
                .toList();
    }

    /** Whether the map says anything of a source code, if only that nothing is equal to it. */
    public boolean knows(String code) {
        return targets.containsKey(key.apply(code));
    }

    private static String plain(String words) {
        return words.strip().toLowerCase(Locale.ROOT);
    }

    /** A code may be translated into several systems, one group each. */
    private static List<Coding> both(List<Coding> first, List<Coding> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static List<Coding> codings(String system, SourceElementComponent element) {
        return element.getTarget().stream()
                .filter(target -> !NO_MATCH.contains(target.getEquivalence()))
                .map(target -> new Coding(system, target.getCode(), target.getDisplay()))
                .toList();
    }
}
