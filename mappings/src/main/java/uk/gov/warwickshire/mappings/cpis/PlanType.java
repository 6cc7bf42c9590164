package uk.gov.warwickshire.mappings.cpis;

/** The three statuses that CP-IS holds (cp-is.md 2 and 11). */
public enum PlanType {
    /** Looked-after child. */
    LAC,
    /** Child protection plan. */
    CPP,
    /** Child protection plan of an unborn child, held against the mother. */
    UCP
}
