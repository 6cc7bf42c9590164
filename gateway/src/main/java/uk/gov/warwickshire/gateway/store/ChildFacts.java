package uk.gov.warwickshire.gateway.store;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import uk.gov.warwickshire.mappings.record.Identity;
import uk.gov.warwickshire.mappings.record.NhsNumber;
import uk.gov.warwickshire.mappings.record.VerificationStatus;

/**
 * What decisions and routing need to know about a child, kept beside the resources so that nobody reads it out of them.
 *
 * @param childId the council's id
 * @param birthDate the day of birth, or for an unborn child the expected one
 * @param postcodeArea letters the postcode begins with, e.g. `CV`; empty if no postcode is known
 * @param restricted marked restricted by the council
 * @param others the other persons some resource is about (the mother), by the council's person id
 */
public record ChildFacts(
        String childId,
        Optional<NhsNumber> nhsNumber,
        VerificationStatus verificationStatus,
        Optional<LocalDate> birthDate,
        Optional<String> postcodeArea,
        boolean restricted,
        Map<String, Identity> others) {
    public ChildFacts {
        if (childId.isBlank()) {
            throw new IllegalArgumentException("a child needs an id");
        }
        Objects.requireNonNull(nhsNumber, "nhsNumber");
        Objects.requireNonNull(verificationStatus, "verificationStatus");
        Objects.requireNonNull(birthDate, "birthDate");
        Objects.requireNonNull(postcodeArea, "postcodeArea");
        others = Map.copyOf(others);
    }
}
