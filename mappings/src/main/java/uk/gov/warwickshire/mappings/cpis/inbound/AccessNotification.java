package uk.gov.warwickshire.mappings.cpis.inbound;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/**
 * Someone in an unscheduled care setting has viewed records of the council (message 05).
 *
 * @param uploadFile sequence number of the upload the records came with; empty if not given
 * @param totalReturned how many records the viewer saw, as CP-IS says
 * @param accesses at least one
 */
public record AccessNotification(Optional<Count> uploadFile, Count totalReturned, List<Access> accesses)
        implements CpIsInbound {

    public AccessNotification {
        Objects.requireNonNull(uploadFile, "uploadFile");
        Objects.requireNonNull(totalReturned, "totalReturned");
        accesses = List.copyOf(accesses);
        if (accesses.isEmpty()) {
            throw new IllegalArgumentException("without an access it is an empty notification");
        }
    }

    /**
     * One view. Name, role and organisation are free text: a device may put the place of the patient, or the lead's
     * telephone, into them (cp-is.md 8).
     *
     * @param nhsNumber whose record; empty if not given or not valid
     * @param time HL7 timestamp as it came (`yyyyMMddHHmmss`, a zone may follow)
     */
    public record Access(
            Optional<NhsNumber> nhsNumber,
            Optional<String> time,
            Optional<String> person,
            Optional<String> role,
            Optional<String> organisation) {

        /** Masked: who looked at whom never reaches a log by accident. */
        @Override
        public String toString() {
            return "Access[" + time.orElse("") + "]";
        }
    }
}
