package uk.gov.warwickshire.mappings.source.cin.rules;

import java.util.Optional;
import java.util.Set;
import uk.gov.warwickshire.mappings.source.cin.CensusValue;
import uk.gov.warwickshire.mappings.source.code.CodeList;
import uk.gov.warwickshire.mappings.source.code.CodeLists;

/** Codes as a return must write them: the code itself, exactly. The reader of the record is more generous. */
final class CodeSets {

    static final Set<String> SEX = Set.of("M", "F", "U");
    /** GenderCurrent, up to the collection of 2022 to 2023. */
    static final Set<String> GENDER = Set.of("0", "1", "2", "9");

    private CodeSets() {}

    static boolean has(CodeList list, CensusValue value) {
        return CodeLists.STANDARD.display(list, value.text()).isPresent();
    }

    static boolean missingOrInvalid(CodeList list, Optional<CensusValue> value) {
        return value.filter(v -> has(list, v)).isEmpty();
    }

    static boolean presentAndInvalid(CodeList list, Optional<CensusValue> value) {
        return value.filter(v -> !has(list, v)).isPresent();
    }
}
