package uk.gov.warwickshire.gateway.api.access;

import java.util.Objects;
import java.util.Optional;
import uk.gov.warwickshire.gateway.common.security.Caller;

/**
 * A request, as the gate and the audit need to know it.
 *
 * @param resourceType what is asked for, e.g. `CarePlan`; `Patient` for operations on a record
 * @param query the request as it came: path below the base, with query or form; goes into the audit and nowhere else
 */
public record Question(Caller caller, Interaction interaction, String resourceType, Optional<String> query) {

    public Question {
        Objects.requireNonNull(caller, "caller");
        Objects.requireNonNull(interaction, "interaction");
        Objects.requireNonNull(resourceType, "resourceType");
        Objects.requireNonNull(query, "query");
    }

    /** Keeps persons out of logs. */
    @Override
    public String toString() {
        return "Question[" + interaction + " " + resourceType + "]";
    }
}
