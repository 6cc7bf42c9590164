package uk.gov.warwickshire.mappings.coverage;

/** What becomes of a column. */
public enum Handling {
    /** Has an effect on the resources, or says whose row it is. */
    MAPPED,
    /** Known, and left out on purpose. */
    LEFT_OUT,
    /** Not known to the mapping: of a table that is not core, or of the council's own making. */
    UNKNOWN
}
