package uk.gov.warwickshire.mappings.cpis.inbound;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/**
 * A record that CP-IS has returned.
 *
 * @param nhsNumber empty if the returned record shows none or one that is not valid
 * @param localId the council's id of the person, if it was returned
 * @param details why, at least one
 */
public record FailedRecord(Optional<NhsNumber> nhsNumber, Optional<String> localId, List<ResponseDetail> details) {

    public FailedRecord {
        Objects.requireNonNull(nhsNumber, "nhsNumber");
        Objects.requireNonNull(localId, "localId");
        details = List.copyOf(details);
        if (details.isEmpty()) {
            throw new IllegalArgumentException("a failed record has a reason");
        }
    }
}
