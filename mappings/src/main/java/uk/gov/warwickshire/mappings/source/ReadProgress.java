package uk.gov.warwickshire.mappings.source;

/** Told how far a long reading has come. */
@FunctionalInterface
public interface ReadProgress {

    /** Tells nobody. */
    ReadProgress NONE = (table, rows) -> {};

    /** Called every few thousand rows, and at the end of each table. */
    void read(String table, long rows);
}
