package uk.gov.warwickshire.gateway.disclosure;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import uk.gov.warwickshire.mappings.record.NhsNumber;
import uk.gov.warwickshire.mappings.record.VerificationStatus;

/**
 * The child a disclosure is about, as the council knows it now.
 *
 * @param childId the council's id
 * @param postcodeArea letters that the child's postcode begins with, e.g. `CV`
 * @param restricted the identity file marks the record restricted: nothing but CP-IS leaves
 */
public record Subject(
        String childId,
        Optional<NhsNumber> nhsNumber,
        VerificationStatus verification,
        Optional<LocalDate> birthDate,
        Optional<String> postcodeArea,
        boolean restricted) {

    public Subject {
        if (childId.isBlank()) {
            throw new IllegalArgumentException("a subject needs a child id");
        }
        Objects.requireNonNull(nhsNumber, "nhsNumber");
        Objects.requireNonNull(verification, "verification");
        Objects.requireNonNull(birthDate, "birthDate");
        Objects.requireNonNull(postcodeArea, "postcodeArea");
    }

    /** Keeps the person out of logs. */
    @Override
    public String toString() {
        return "Subject[***]";
    }
}
