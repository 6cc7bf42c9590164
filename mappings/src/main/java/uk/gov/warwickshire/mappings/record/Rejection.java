package uk.gov.warwickshire.mappings.record;

import java.util.Objects;
import java.util.Optional;

/**
 * A finding about a row that a person can act on: one line of the batch report.
 *
 * @param childId empty if the row names no child
 * @param field column the finding is about; empty if it is about the row
 * @param code stable upper-case code, for grouping and for scripts
 * @param message one sentence with the remedy, without personal data
 */
public record Rejection(
        SourceRow source,
        Optional<String> childId,
        Optional<String> field,
        Severity severity,
        String code,
        String message) {

    /** How far a finding reaches. */
    public enum Severity {
        /** A published rule of a statutory return that may be explained is broken; nothing was left out for it. */
        QUERY,
        /** A published rule of a statutory return is broken; nothing was left out for it. */
        ERROR,
        /** Read, but something was not as it should be. */
        WARNING,
        /** The row was left out; the rest of the child goes on. */
        ROW_REJECTED,
        /** The child was left out whole; what was stored of it before stays as it is. */
        CHILD_REJECTED;

        /** Whether something was left out. */
        public boolean isRejection() {
            return this == ROW_REJECTED || this == CHILD_REJECTED;
        }
    }

    public Rejection {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(childId, "childId");
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(severity, "severity");
        if (code.isBlank() || message.isBlank()) {
            throw new IllegalArgumentException("code and message must not be blank");
        }
    }
}
