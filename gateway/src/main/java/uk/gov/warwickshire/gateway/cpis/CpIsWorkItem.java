package uk.gov.warwickshire.gateway.cpis;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something about a person that only a person can settle.
 *
 * @param personId the council's id of the child, or of the mother of an unborn one
 * @param code what it is: a disclosure reason, a problem of the record, a code of CP-IS or one of {@link Kind}
 * @param remedy what to do, in plain words
 * @param upload the order that waits for it, to be retried or discarded
 * @param file last file it went with
 */
public record CpIsWorkItem(
        Kind kind,
        String personId,
        String code,
        String meaning,
        String remedy,
        Instant since,
        Optional<UUID> upload,
        Optional<Long> file,
        Optional<String> teamName) {

    /** Why a person is needed, most urgent first. */
    public enum Kind {
        /** A child that should be shown and is not: no verified number, or another gap in the record. */
        CANNOT_BE_SENT("Cannot be sent until the record is completed"),
        /** No agreement in force, or one that does not cover it. */
        WITHHELD("Withheld: no agreement covers it"),
        /** CP-IS did not take the record. */
        REFUSED_BY_CPIS("Refused by CP-IS"),
        /** CPR02: settled with the safeguarding lead, never sent again by itself. */
        SENSITIVE("Sensitive at the NHS: by hand only"),
        /** One number, two people: sent for neither. */
        NUMBER_CONFLICT("One NHS number is claimed by two people"),
        /** The number is no longer in use. */
        NUMBER_INACTIVE("The NHS number is inactive"),
        /** Shown at CP-IS, and no longer in the record. */
        UNEXPLAINED("Open at CP-IS and no longer in the record"),
        /** Sent, but the record has a gap beside what was sent. */
        INCOMPLETE("Sent, with a gap in the record");

        private final String meaning;

        Kind(String meaning) {
            this.meaning = meaning;
        }

        public String meaning() {
            return meaning;
        }
    }
}
