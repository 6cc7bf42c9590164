package uk.gov.warwickshire.gateway.cpis.query;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import uk.gov.warwickshire.gateway.common.security.Caller;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/**
 * One question of a hospital.
 *
 * @param id of the answer, in ledger and audit
 * @param unscheduled whether the access is listed and told to the child's team; so where nothing is said
 * @param atMost how many accesses are wanted
 * @param roleProfileId SDS role profile of the person at the keyboard, as the session header says
 * @param requestId the caller's own id of the request
 * @param asked the request as it came, for the audit and the answer and nowhere else
 */
public record Question(
        UUID id,
        Endpoint endpoint,
        NhsNumber number,
        boolean unscheduled,
        int atMost,
        Caller caller,
        Optional<String> roleProfileId,
        Optional<String> requestId,
        String asked) {

    /** The guide gives the 25 most recent unscheduled accesses (cp-is.md 9). */
    public static final int MOST_ACCESSES = 25;

    public Question {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(endpoint, "endpoint");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(caller, "caller");
        Objects.requireNonNull(roleProfileId, "roleProfileId");
        Objects.requireNonNull(requestId, "requestId");
        if (atMost < 1 || atMost > MOST_ACCESSES) {
            throw new IllegalArgumentException("atMost must be from 1 to " + MOST_ACCESSES);
        }
    }

    /** Tells one author from another: within 24 hours the same one is listed once (cp-is.md 9). */
    public String author() {
        return caller.odsCode() + "|" + roleProfileId.or(caller::user).orElse(caller.clientId());
    }

    /** Whether plans found by it are an access that is listed; looking at the list is none (cp-is.md 10, history rule). */
    public boolean isListed() {
        return unscheduled && endpoint != Endpoint.AUDIT_EVENT;
    }

    /** Keeps persons out of logs. */
    @Override
    public String toString() {
        return "Question[" + endpoint + "]";
    }
}
