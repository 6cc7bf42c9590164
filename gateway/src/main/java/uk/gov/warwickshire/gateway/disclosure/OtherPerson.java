package uk.gov.warwickshire.gateway.disclosure;

import java.util.Objects;
import java.util.Optional;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/**
 * Someone else than the child whom a resource is about, the mother for instance: it leaves only if that person's own
 * choices allow it.
 *
 * @param personId the council's id
 * @param nhsNumber empty unless known and verified
 */
public record OtherPerson(String personId, Optional<NhsNumber> nhsNumber, boolean restricted) {

    public OtherPerson {
        Objects.requireNonNull(personId, "personId");
        Objects.requireNonNull(nhsNumber, "nhsNumber");
    }

    /** Keeps the person out of logs. */
    @Override
    public String toString() {
        return "OtherPerson[***]";
    }
}
