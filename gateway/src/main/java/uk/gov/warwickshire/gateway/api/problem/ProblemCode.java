package uk.gov.warwickshire.gateway.api.problem;

import java.util.Locale;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** Why a request is not answered. Codes are stable; sentences may be improved. None tells whether a child is known. */
public enum ProblemCode {
    MALFORMED(400, IssueType.STRUCTURE, "The request cannot be understood."),
    UNKNOWN_PARAMETER(400, IssueType.NOTSUPPORTED, "A parameter is not one of those that are served here."),
    INVALID_PARAMETER(400, IssueType.VALUE, "A parameter has a value that is not of its type."),
    PATIENT_REQUIRED(400, IssueType.REQUIRED, "A search needs a criterion that names the patient."),
    BREAK_GLASS_ONE_CHILD(
            400, IssueType.BUSINESSRULE, "An emergency override is for one child: name the child by identifier or id."),
    TOO_WIDE(400, IssueType.TOOCOSTLY, "The search describes too many patients: say more about the one you mean."),
    TYPE_NOT_SERVED(404, IssueType.NOTSUPPORTED, "This resource type is not served."),
    PAGE_UNKNOWN(404, IssueType.NOTFOUND, "This page does not exist or has expired: search again."),
    ADDRESS_UNKNOWN(404, IssueType.NOTFOUND, "Nothing is served under this address."),
    METHOD_NOT_ALLOWED(405, IssueType.NOTSUPPORTED, "This server is read-only: GET, or POST to _search."),
    NOT_ACCEPTABLE(406, IssueType.NOTSUPPORTED, "Answers are given in JSON and XML only."),
    DELETED(410, IssueType.DELETED, "It has been deleted."),
    LENGTH_REQUIRED(411, IssueType.REQUIRED, "A request with a body needs Content-Length."),
    TOO_LARGE(413, IssueType.TOOLONG, "The request is too large."),
    UNSUPPORTED_MEDIA_TYPE(415, IssueType.NOTSUPPORTED, "A search is posted as application/x-www-form-urlencoded."),
    INTERNAL(500, IssueType.EXCEPTION, "Something went wrong here. It has been logged."),
    SEARCH_UNAVAILABLE(503, IssueType.TRANSIENT, "The index of words cannot be reached now. Exact searches work.");

    private final int status;
    private final IssueType type;
    private final String sentence;

    ProblemCode(int status, IssueType type, String sentence) {
        this.status = status;
        this.type = type;
        this.sentence = sentence;
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    public IssueType type() {
        return type;
    }

    public String sentence() {
        return sentence;
    }

    /** As in `details.coding.code`: `unknown-parameter`. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
