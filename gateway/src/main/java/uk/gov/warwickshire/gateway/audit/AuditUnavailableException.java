package uk.gov.warwickshire.gateway.audit;

/** The audit could not be written; what it would have recorded must not happen. */
public final class AuditUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AuditUnavailableException(Throwable cause) {
        super("the audit cannot be written", cause);
    }
}
