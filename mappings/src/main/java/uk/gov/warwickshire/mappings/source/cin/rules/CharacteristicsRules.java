package uk.gov.warwickshire.mappings.source.cin.rules;

import static uk.gov.warwickshire.mappings.source.cin.CensusModule.CHILD_CHARACTERISTICS;
import static uk.gov.warwickshire.mappings.source.cin.CensusModule.DISABILITIES;

import java.util.HashSet;
import java.util.Set;
import uk.gov.warwickshire.mappings.source.cin.CensusValue;
import uk.gov.warwickshire.mappings.source.cin.ChildCharacteristics;
import uk.gov.warwickshire.mappings.source.code.CodeList;

/** Ethnicity and disabilities. */
final class CharacteristicsRules implements ChildRules {

    @Override
    public void check(ReturnedChild returned, RuleFindings found) {
        ChildCharacteristics of = returned.child().characteristics();
        found.addIf(
                CodeSets.missingOrInvalid(CodeList.ETHNICITY, of.ethnicity()),
                "4220",
                CHILD_CHARACTERISTICS,
                of.line(),
                "Ethnicity");
        found.addIf(of.emptyDisability(), "8540", CHILD_CHARACTERISTICS, of.line(), "Disability");
        Set<String> codes = new HashSet<>();
        for (CensusValue disability : of.disabilities()) {
            found.addIf(
                    !CodeSets.has(CodeList.DISABILITY, disability),
                    "8540",
                    CHILD_CHARACTERISTICS,
                    disability.line(),
                    "Disability");
            found.addIf(!codes.add(disability.text()), "8794", DISABILITIES, disability.line(), "Disability");
        }
        found.addIf(codes.contains("NONE") && codes.size() > 1, "8790", DISABILITIES, of.line(), "Disability");
    }
}
