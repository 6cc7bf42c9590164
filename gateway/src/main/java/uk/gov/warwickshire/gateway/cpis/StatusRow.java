package uk.gov.warwickshire.gateway.cpis;

import java.time.LocalDate;
import java.util.Optional;
import uk.gov.warwickshire.mappings.cpis.CpIsStatus;
import uk.gov.warwickshire.mappings.record.Identity;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/**
 * A status that a child's record gives rise to.
 *
 * @param identity of the person the status is about, as the council has it
 */
record StatusRow(String childId, int ordinal, CpIsStatus status, Identity identity, Optional<LocalDate> birthDate) {

    String personId() {
        return status.personId();
    }

    /** Whether CP-IS should hold something on this account. */
    boolean isWanted() {
        return !(status instanceof CpIsStatus.OutOfScope);
    }

    Optional<NhsNumber> number() {
        return status instanceof CpIsStatus.InScope inScope
                ? Optional.of(inScope.person().subject().nhsNumber())
                : Optional.empty();
    }
}
