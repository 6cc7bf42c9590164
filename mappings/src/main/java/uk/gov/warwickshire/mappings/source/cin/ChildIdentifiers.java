package uk.gov.warwickshire.mappings.source.cin;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * ChildIdentifiers.
 *
 * @param sex Sex, since the collection of 2023 to 2024
 * @param gender GenderCurrent of the earlier shape: 0 unborn, 1 male, 2 female, 9
 */
public record ChildIdentifiers(
        long line,
        Optional<CensusValue> laChildId,
        Optional<CensusValue> upn,
        Optional<CensusValue> formerUpn,
        Optional<CensusValue> upnUnknown,
        Optional<CensusValue> birthDate,
        Optional<CensusValue> expectedBirthDate,
        Optional<CensusValue> sex,
        Optional<CensusValue> gender,
        Optional<CensusValue> deathDate) {

    static ChildIdentifiers of(CensusNode node) {
        return new ChildIdentifiers(
                node.line(),
                node.value("LAchildID"),
                node.value("UPN"),
                node.value("FormerUPN"),
                node.value("UPNunknown"),
                node.value("PersonBirthDate"),
                node.value("ExpectedPersonBirthDate"),
                node.value("Sex"),
                node.value("GenderCurrent"),
                node.value("PersonDeathDate"));
    }

    static ChildIdentifiers missing(long line) {
        return of(new CensusNode("ChildIdentifiers", line, "", List.of()));
    }

    /** An expected date of birth and no date of birth. */
    public boolean isUnborn() {
        return birthDate.isEmpty() && expectedBirthDate.isPresent();
    }

    public Optional<LocalDate> died() {
        return deathDate.flatMap(CensusValue::date);
    }
}
