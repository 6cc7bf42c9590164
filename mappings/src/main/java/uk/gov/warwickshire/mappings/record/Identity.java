package uk.gov.warwickshire.mappings.record;

import java.util.Objects;
import java.util.Optional;

/**
 * What the identity file says of a person.
 *
 * @param nhsNumber empty if none is held, or the one held is not valid
 * @param status how far the number is verified; only {@link VerificationStatus#VERIFIED} may be disclosed by
 * @param restricted the council has marked the record restricted: nothing but CP-IS leaves
 */
public record Identity(Optional<NhsNumber> nhsNumber, VerificationStatus status, boolean restricted) {
    /** No identity row has been read: no number is known and a trace is due. */
    public static final Identity UNKNOWN = new Identity(Optional.empty(), VerificationStatus.TRACE_REQUIRED, false);

    public Identity {
        Objects.requireNonNull(nhsNumber, "nhsNumber");
        Objects.requireNonNull(status, "status");
        if (nhsNumber.isEmpty() && status == VerificationStatus.VERIFIED) {
            throw new IllegalArgumentException("a missing number cannot be verified");
        }
    }
}
