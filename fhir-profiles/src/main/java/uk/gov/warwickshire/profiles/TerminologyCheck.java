package uk.gov.warwickshire.profiles;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemContentMode;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptReferenceComponent;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;

/** Whether code systems, value sets and concept maps can be used together; finds everything that is wrong at once. */
final class TerminologyCheck {

    private final Collection<PackageFile.Parsed> files;
    private final PermittedCodes permitted = new PermittedCodes();
    private final List<String> problems = new ArrayList<>();

    TerminologyCheck(Collection<PackageFile.Parsed> files) {
        this.files = files;
    }

    /** `file line 12: what is wrong`; empty if nothing is. */
    List<String> problems() {
        for (PackageFile.Parsed file : files) {
            if (file.resource() instanceof CodeSystem list) {
                check(file, list);
            }
        }
        for (PackageFile.Parsed file : files) {
            if (file.resource() instanceof ValueSet values) {
                check(file, values);
            }
        }
        for (PackageFile.Parsed file : files) {
            if (file.resource() instanceof ConceptMap map) {
                problems.addAll(new ConceptMapCheck(file, map, permitted).problems());
            }
        }
        return List.copyOf(problems);
    }

    private void check(PackageFile.Parsed file, CodeSystem list) {
        permitted.add(list);
        if (list.getContent() != CodeSystemContentMode.COMPLETE) {
            problems.add(file.problem("/content", "must be `complete`: unknown codes could not be told otherwise"));
        }
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < list.getConcept().size(); i++) {
            ConceptDefinitionComponent concept = list.getConcept().get(i);
            String pointer = "/concept/" + i;
            if (!concept.hasCode() || !concept.hasDisplay()) {
                problems.add(file.problem(pointer, "a concept needs a code and a display"));
            } else if (!codes.add(concept.getCode())) {
                problems.add(file.problem(pointer + "/code", "the code `" + concept.getCode() + "` is there twice"));
            }
            if (concept.hasConcept()) {
                problems.add(file.problem(pointer + "/concept", "the lists are flat: no concept within a concept"));
            }
        }
    }

    private void check(PackageFile.Parsed file, ValueSet values) {
        permitted.add(values);
        if (values.getCompose().hasExclude()) {
            problems.add(file.problem("/compose/exclude", "`exclude` is not read: name the concepts that are in"));
        }
        for (int i = 0; i < values.getCompose().getInclude().size(); i++) {
            ConceptSetComponent include = values.getCompose().getInclude().get(i);
            String pointer = "/compose/include/" + i;
            if (include.hasFilter() || include.hasValueSet()) {
                problems.add(file.problem(pointer, "`filter` and `valueSet` are not read: name the concepts"));
            }
            if (!include.hasSystem()) {
                problems.add(file.problem(pointer, "needs a system"));
            } else if (!include.hasConcept() && !permitted.hasList(include.getSystem())) {
                problems.add(file.problem(pointer, "a system that is not of this package needs its concepts named"));
            }
            for (int c = 0; c < include.getConcept().size(); c++) {
                check(file, include, include.getConcept().get(c), pointer + "/concept/" + c);
            }
        }
    }

    private void check(
            PackageFile.Parsed file, ConceptSetComponent include, ConceptReferenceComponent concept, String pointer) {
        if (permitted.hasList(include.getSystem())) {
            if (permitted.display(include.getSystem(), concept.getCode()).isEmpty()) {
                problems.add(file.problem(pointer, "`" + concept.getCode() + "` is no code of " + include.getSystem()));
            }
        } else if (!concept.hasCode() || !concept.hasDisplay()) {
            problems.add(file.problem(pointer, "needs a code and a display"));
        }
    }
}
