package uk.gov.warwickshire.gateway.optout;

import java.util.Collection;
import java.util.Map;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/** The register of national data opt-outs. */
public interface OptOutRegister {

    /** One entry for every number asked, in one query; a number never heard of is {@link OptOutStatus#UNKNOWN}. */
    Map<NhsNumber, OptOutStatus> statusesOf(Collection<NhsNumber> numbers);

    /**
     * Wants the numbers checked with the next file. Joins the caller's transaction; asking again for the same number costs
     * little and changes nothing.
     */
    void requestChecks(Collection<NhsNumber> numbers);

    /** Removes all that is held about the numbers. Joins the caller's transaction. */
    void forget(Collection<NhsNumber> numbers);
}
