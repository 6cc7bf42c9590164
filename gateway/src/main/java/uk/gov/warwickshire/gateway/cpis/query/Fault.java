package uk.gov.warwickshire.gateway.cpis.query;

import java.util.Objects;

/**
 * Why a question is not answered. The first three are those of the CP-IS guide, with its words; codes marked [I] are taken
 * from the nearest documented API of the same platform (cp-is.md 10, "Platform headers and errors").
 */
public enum Fault {
    INVALID_NHS_NUMBER(400, "invalid", "INVALID_SEARCH_DATA", "Invalid NHS number"),
    INVALID_HEADER(400, "invalid", "PRECONDITION_FAILED", "Missing or invalid head parameter"),
    ACCESS_DENIED(403, "forbidden", "ACCESS_DENIED", "Access has been denied to process this request"),
    /** Patient flags word a bad number otherwise. */
    INVALID_FLAG_NHS_NUMBER(400, "value", "INVALID_VALUE", "Invalid NHS Number"),
    /** [I] */
    INVALID_TOKEN(401, "login", "ACCESS_DENIED", "Access token is invalid or expired"),
    /** [I] */
    UNKNOWN_PARAMETER(400, "not-supported", "ADDITIONAL_PROPERTIES", "Unknown parameter"),
    /** [I] */
    INVALID_PARAMETER(400, "value", "INVALID_VALUE", "Invalid value of a parameter"),
    /** [I] */
    UNSUPPORTED_VALUE(400, "not-supported", "UNSUPPORTED_VALUE", "This value is not supported"),
    /** [I] */
    NO_SUCH_SERVICE(404, "not-supported", "UNSUPPORTED_SERVICE", "There is no such service"),
    /** [I] */
    METHOD_NOT_ALLOWED(405, "not-supported", "UNSUPPORTED_SERVICE", "Only GET is served"),
    /** [I] */
    NOT_ACCEPTABLE(406, "not-supported", "UNSUPPORTED_VALUE", "Only application/fhir+json is served"),
    /** [I] */
    TOO_MANY_REQUESTS(429, "throttled", "TOO_MANY_REQUESTS", "Too many requests"),
    /** [I] */
    UNAVAILABLE(503, "transient", "UNABLE_TO_CALL_SERVICE", "The records cannot be reached"),
    /** [I] */
    INTERNAL(500, "exception", "INTERNAL_SERVER_ERROR", "The question could not be processed");

    private final int status;
    private final String issue;
    private final String code;
    private final String display;

    Fault(int status, String issue, String code, String display) {
        this.status = status;
        this.issue = issue;
        this.code = code;
        this.display = display;
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    /** Code of the FHIR issue. */
    public String issue() {
        return issue;
    }

    /** Code of England-SpineErrorOrWarningCode. */
    public String code() {
        return code;
    }

    public String display() {
        return display;
    }

    /** To be thrown where the question cannot go on. */
    public FaultException because(String diagnostics) {
        return new FaultException(this, diagnostics);
    }

    /** A question that is not answered; carries no value of the request. */
    public static final class FaultException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final Fault fault;

        FaultException(Fault fault, String diagnostics) {
            super(Objects.requireNonNull(diagnostics, "diagnostics"), null, false, false);
            this.fault = fault;
        }

        public Fault fault() {
            return fault;
        }

        /** For the caller: what is wrong, in words and without values. */
        public String diagnostics() {
            return String.valueOf(getMessage());
        }
    }
}
