package uk.gov.warwickshire.gateway.cpis;

import java.time.Instant;
import java.util.Optional;

/**
 * A message about CP-IS and what became of it.
 *
 * @param messageId of MESH
 * @param file it was about
 * @param code file code, or code of MESH
 * @param words what it means, without personal data
 * @param details codes, counts and places as they came, as JSON
 * @param needsPerson whether it stays an alarm until a person has settled it
 */
public record CpIsInboundReport(
        String messageId,
        Kind kind,
        Outcome outcome,
        Optional<Long> file,
        Optional<String> code,
        String words,
        String details,
        Instant receivedAt,
        boolean needsPerson,
        Optional<String> settledBy,
        Optional<String> settledBecause,
        Optional<Instant> settledAt) {

    /** What was received. */
    public enum Kind {
        ACKNOWLEDGEMENT,
        ACCESS,
        EMPTY_ACCESS,
        INACTIVE_NUMBER,
        MESH_REPORT,
        MALFORMED
    }

    /** What became of it. */
    public enum Outcome {
        APPLIED("Taken in"),
        DUPLICATE("Came before: nothing changed"),
        LATE("The file has a later answer: nothing changed"),
        UNKNOWN_FILE("About a file this gateway has not sent: nothing changed"),
        UNATTRIBUTED("CP-IS could not say which file it is about: nothing changed"),
        CONTRADICTION("It contradicts the file or itself: nothing changed"),
        MALFORMED("It cannot be relied on: nothing changed"),
        STRANGER("It does not come from CP-IS: nothing changed");

        private final String meaning;

        Outcome(String meaning) {
            this.meaning = meaning;
        }

        public String meaning() {
            return meaning;
        }
    }
}
