package uk.gov.warwickshire.gateway.audit;

import java.util.Objects;
import java.util.Optional;

/**
 * Whether the caller got an answer.
 *
 * @param code stable code of the refusal or of what was withheld; the reader of the audit sees it, the caller perhaps not
 */
public record AuditOutcome(Result result, Optional<String> code) {

    /** As `AuditEvent.outcome` has it. */
    public enum Result {
        SUCCESS("0"),
        /** Refused, or nothing of it could be shown. */
        REFUSED("4"),
        /** We could not answer. */
        FAILED("8");

        private final String fhirCode;

        Result(String fhirCode) {
            this.fhirCode = fhirCode;
        }

        /** Code in `http://terminology.hl7.org/CodeSystem/audit-event-outcome`. */
        public String fhirCode() {
            return fhirCode;
        }
    }

    public static final AuditOutcome SUCCESS = new AuditOutcome(Result.SUCCESS, Optional.empty());

    public static AuditOutcome refused(String code) {
        return new AuditOutcome(Result.REFUSED, Optional.of(code));
    }

    public static AuditOutcome failed(String code) {
        return new AuditOutcome(Result.FAILED, Optional.of(code));
    }

    public AuditOutcome {
        Objects.requireNonNull(result, "result");
        Objects.requireNonNull(code, "code");
        if (result != Result.SUCCESS && code.isEmpty()) {
            throw new IllegalArgumentException("a refusal says why");
        }
    }
}
