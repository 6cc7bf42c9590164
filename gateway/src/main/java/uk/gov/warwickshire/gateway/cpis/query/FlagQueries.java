package uk.gov.warwickshire.gateway.cpis.query;

import java.util.Optional;
import uk.gov.warwickshire.gateway.common.security.Caller;

/** The flag query, for whatever asks it. */
public interface FlagQueries {

    /**
     * Decided, listed, audited and committed when it returns.
     *
     * @throws Fault.FaultException {@link Fault#UNAVAILABLE} if that cannot be done in time: never an empty answer instead
     */
    Reply answer(Question question);

    /**
     * Records a request that is refused before anything is looked up.
     *
     * @param asked the request as it came
     * @throws Fault.FaultException {@link Fault#UNAVAILABLE} if it cannot be recorded
     */
    void refused(Caller caller, Endpoint.Service service, Optional<String> resourceType, String asked, Fault fault);
}
