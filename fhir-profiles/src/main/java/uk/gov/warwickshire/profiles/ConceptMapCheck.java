package uk.gov.warwickshire.profiles;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.ConceptMap.ConceptMapGroupComponent;
import org.hl7.fhir.r4.model.ConceptMap.SourceElementComponent;
import org.hl7.fhir.r4.model.ConceptMap.TargetElementComponent;
import org.hl7.fhir.r4.model.Enumerations.ConceptMapEquivalence;

/** Whether a concept map translates from codes there are to codes that may be used. */
final class ConceptMapCheck {

    private final PackageFile.Parsed file;
    private final ConceptMap map;
    private final PermittedCodes permitted;
    private final Set<String> sources = new HashSet<>();
    private final List<String> problems = new ArrayList<>();

    ConceptMapCheck(PackageFile.Parsed file, ConceptMap map, PermittedCodes permitted) {
        this.file = file;
        this.map = map;
        this.permitted = permitted;
    }

    List<String> problems() {
        for (int g = 0; g < map.getGroup().size(); g++) {
            ConceptMapGroupComponent group = map.getGroup().get(g);
            String pointer = "/group/" + g;
            if (group.hasUnmapped()) {
                problem(pointer + "/unmapped", "`unmapped` is not read: name each source code");
            }
            if (!group.hasSource() || !group.hasTarget()) {
                problem(pointer, "a group needs a source and a target system");
            } else if (!permitted.hasList(group.getTarget()) && !permitted.hasValueSet(valueSet())) {
                problem(
                        pointer + "/target",
                        "nothing says which codes of " + group.getTarget()
                                + " may be used: name a ValueSet of the package in `targetCanonical`");
            } else {
                for (int e = 0; e < group.getElement().size(); e++) {
                    check(group, group.getElement().get(e), pointer + "/element/" + e);
                }
            }
        }
        return problems;
    }

    private void check(ConceptMapGroupComponent group, SourceElementComponent element, String pointer) {
        if (!element.hasCode() || !element.hasTarget()) {
            problem(pointer, "an element needs a code and a target; say `unmatched` where there is none");
            return;
        }
        if (!sources.add(group.getSource() + "|" + group.getTarget() + "|" + element.getCode())) {
            problem(pointer + "/code", "the source code `" + element.getCode() + "` is there twice");
        }
        if (permitted.hasList(group.getSource())
                && permitted.display(group.getSource(), element.getCode()).isEmpty()) {
            problem(pointer + "/code", "`" + element.getCode() + "` is no code of " + group.getSource());
        }
        for (int t = 0; t < element.getTarget().size(); t++) {
            check(group.getTarget(), element.getTarget().get(t), pointer + "/target/" + t);
        }
    }

    private void check(String system, TargetElementComponent target, String pointer) {
        if (target.hasDependsOn() || target.hasProduct()) {
            problem(
                    pointer + (target.hasDependsOn() ? "/dependsOn" : "/product"),
                    "`dependsOn` and `product` are not read: a code must mean the same wherever it stands");
        }
        if (!target.hasEquivalence()) {
            problem(pointer, "a target needs an equivalence");
        } else if (target.getEquivalence() == ConceptMapEquivalence.UNMATCHED) {
            if (target.hasCode()) {
                problem(pointer + "/code", "what is `unmatched` has no target code");
            }
        } else if (!target.hasCode() || !target.hasDisplay()) {
            problem(pointer, "a target needs a code and a display");
        } else {
            Optional<String> display = display(system, target.getCode());
            if (display.isEmpty()) {
                problem(
                        pointer + "/code",
                        "unknown target code `" + target.getCode() + "` of " + system + ": not in "
                                + (map.hasTarget() ? valueSet() : "its code system"));
            } else if (!display.get().equals(target.getDisplay())) {
                problem(pointer + "/display", "the code's display is `" + display.get() + "`");
            }
        }
    }

    private Optional<String> display(String system, String code) {
        return map.hasTarget() ? permitted.display(valueSet(), system, code) : permitted.display(system, code);
    }

    private String valueSet() {
        return map.hasTargetCanonicalType() ? map.getTargetCanonicalType().getValue() : "";
    }

    private void problem(String pointer, String problem) {
        problems.add(file.problem(pointer, problem));
    }
}
