package uk.gov.warwickshire.gateway.audit;

/** What happened, in the patterns of IHE BALP. */
public enum AuditKind {
    /** One resource was asked for: BALP Read, or PatientRead where it belongs to a child. */
    READ,
    /** A search: BALP Query, or PatientQuery where it is about a child. */
    QUERY,
    /** A whole record was released: BALP PrivacyDisclosure.Source. */
    DISCLOSURE,
    /** A caller who could not be let in at all: a DICOM security alert. */
    ALERT
}
