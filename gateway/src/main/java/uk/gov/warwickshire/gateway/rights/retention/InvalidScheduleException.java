package uk.gov.warwickshire.gateway.rights.retention;

/** The retention schedule cannot be relied on, or nobody has approved it: the gateway does not start. */
public final class InvalidScheduleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidScheduleException(String message) {
        super(message);
    }
}
