package uk.gov.warwickshire.mappings.cpis;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/**
 * The person a status is held against. Spine matches number, full name and date of birth (cp-is.md 7), so all are
 * required; the names are the registered ones. For an unborn child this is the mother.
 *
 * @param nhsNumber verified; the caller answers for that
 * @param localId the council's id of the person
 * @param givenNames at least one
 */
public record CpIsSubject(
        NhsNumber nhsNumber,
        Optional<String> localId,
        String familyName,
        List<String> givenNames,
        LocalDate birthDate) {

    /** @throws IllegalArgumentException if a text is blank or cannot stand in XML; the message repeats no value */
    public CpIsSubject {
        Objects.requireNonNull(nhsNumber, "nhsNumber");
        Objects.requireNonNull(birthDate, "birthDate");
        givenNames = List.copyOf(givenNames);
        SendableText.require(familyName, "familyName");
        localId.ifPresent(id -> SendableText.require(id, "localId"));
        givenNames.forEach(name -> SendableText.require(name, "givenNames"));
        if (givenNames.isEmpty()) {
            throw new IllegalArgumentException("givenNames must not be empty");
        }
    }

    /** Masked: names and dates of birth never reach a log by accident. */
    @Override
    public String toString() {
        return "CpIsSubject[" + nhsNumber + "]";
    }
}
