package uk.gov.warwickshire.profiles;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.ConceptMap.ConceptMapGroupComponent;
import org.hl7.fhir.r4.model.ConceptMap.SourceElementComponent;
import org.hl7.fhir.r4.model.ConceptMap.TargetElementComponent;
import org.hl7.fhir.r4.model.Enumerations.ConceptMapEquivalence;

/** A concept map as a table from source codes to codings: what the mappers translate with at run time. */
public final class Translation {

    private final Map<String, List<Coding>> targets;

    private Translation(Map<String, List<Coding>> targets) {
        this.targets = targets;
    }

    /** @throws ProfileException naming the group, element and target that is not valid */
    public static Translation of(ConceptMap map) {
        String name = "ConceptMap/" + map.getIdElement().getIdPart();
        Map<String, List<Coding>> targets = new HashMap<>();
        for (int g = 0; g < map.getGroup().size(); g++) {
            ConceptMapGroupComponent group = map.getGroup().get(g);
            String place = name + " group[" + g + "]";
            if (!group.hasSource() || !group.hasTarget()) {
                throw new ProfileException(place, "needs a source and a target system");
            }
            for (int e = 0; e < group.getElement().size(); e++) {
                read(group, e, place + ".element[" + e + "]", targets);
            }
        }
        return new Translation(Map.copyOf(targets));
    }

    /** New codings for a source code; none if the map has nothing equal to it. */
    public List<Coding> translate(String code) {
        return targets.getOrDefault(code, List.of()).stream().map(Coding::copy).toList();
    }

    private static void read(
            ConceptMapGroupComponent group, int index, String place, Map<String, List<Coding>> targets) {
        SourceElementComponent element = group.getElement().get(index);
        if (!element.hasCode() || !element.hasTarget()) {
            throw new ProfileException(place, "needs a code and a target; say `unmatched` where there is none");
        }
        List<Coding> codings = element.getTarget().stream()
                .filter(target -> target.getEquivalence() != ConceptMapEquivalence.UNMATCHED)
                .map(target -> coding(group.getTarget(), target, place))
                .toList();
        if (targets.put(element.getCode(), codings) != null) {
            throw new ProfileException(place, "the code is there twice");
        }
    }

    private static Coding coding(String system, TargetElementComponent target, String place) {
        if (!target.hasCode() || !target.hasDisplay()) {
            throw new ProfileException(place, "a target needs a code and a display");
        }
        return new Coding(system, target.getCode(), target.getDisplay());
    }
}
