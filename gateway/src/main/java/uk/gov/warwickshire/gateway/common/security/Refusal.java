package uk.gov.warwickshire.gateway.common.security;

import java.util.Locale;

/**
 * Why a call is not answered. The code is stable, the sentence is for people; neither says anything about a child.
 *
 * @see RefusedException
 */
public enum Refusal {
    TOKEN_MISSING(401, "login", "An access token is required."),
    TOKEN_INVALID(401, "login", "The access token is not valid."),
    TOKEN_EXPIRED(401, "expired", "The access token has expired."),
    ORGANISATION_MISSING(401, "login", "The access token does not name an organisation (claim `ods_code`)."),
    CERTIFICATE_MISMATCH(401, "login", "The access token is bound to another client certificate."),
    SCOPE_MISSING(403, "forbidden", "The access token does not carry the scope that this request needs."),
    NO_AGREEMENT(403, "forbidden", "No data sharing agreement with this organisation is in force."),
    PURPOSE_REQUIRED(403, "forbidden", "Several purposes are agreed: name one by token or `X-Purpose`."),
    PURPOSE_NOT_AGREED(403, "forbidden", "The purpose is not one that the agreement names."),
    BREAK_GLASS_NOT_AGREED(403, "forbidden", "The agreement does not allow an emergency override."),
    BREAK_GLASS_REASON(400, "value", "The reason of an emergency override has 10 to 500 printable characters."),
    REQUEST_INVALID(400, "invalid", "The request is not valid."),
    HEADER_INVALID(400, "value", "A header of the request is not valid."),
    WITHHELD(403, "suppressed", "The record is withheld."),
    NOT_FOUND(404, "not-found", "Nothing is known here by that name."),
    TOO_MANY_REQUESTS(429, "throttled", "Too many requests from this organisation."),
    INTERNAL(500, "exception", "The request could not be answered."),
    ISSUER_UNAVAILABLE(503, "transient", "Access tokens cannot be verified at the moment."),
    AUDIT_UNAVAILABLE(503, "transient", "The request cannot be recorded, so it is not answered.");

    private final int status;
    private final String issueType;
    private final String sentence;

    Refusal(int status, String issueType, String sentence) {
        this.status = status;
        this.issueType = issueType;
        this.sentence = sentence;
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    /** Code of `http://hl7.org/fhir/issue-type`. */
    public String issueType() {
        return issueType;
    }

    /** Stable code, e.g. `scope-missing`. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String sentence() {
        return sentence;
    }
}
