package uk.gov.warwickshire.gateway.api.access;

import uk.gov.warwickshire.gateway.audit.AuditKind;

/** What a partner can ask of the FHIR API, by how it is audited. */
public enum Interaction {
    READ("read", AuditKind.READ),
    VREAD("vread", AuditKind.READ),
    HISTORY("history-instance", AuditKind.READ),
    SEARCH("search-type", AuditKind.QUERY),
    MATCH("operation", AuditKind.QUERY),
    /** `$everything`, `$social-care-record`: the whole record is released. */
    RECORD("operation", AuditKind.DISCLOSURE);

    private final String code;
    private final AuditKind kind;

    Interaction(String code, AuditKind kind) {
        this.code = code;
        this.kind = kind;
    }

    /** Code of `http://hl7.org/fhir/restful-interaction`. */
    public String code() {
        return code;
    }

    AuditKind kind() {
        return kind;
    }

    /** Of one resource, which is shown or not; of a record nothing may be held that was asked for. */
    boolean isOfOne() {
        return this == READ || this == VREAD || this == HISTORY;
    }

    /** Of a resource that the address names: what may not be shown is then not found. */
    boolean isByName() {
        return this == READ || this == VREAD || this == HISTORY || this == RECORD;
    }
}
