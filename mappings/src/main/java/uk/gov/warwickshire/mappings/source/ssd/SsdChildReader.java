package uk.gov.warwickshire.mappings.source.ssd;

import uk.gov.warwickshire.mappings.record.Identity;

/**
 * Reads the rows of one person into a record, by the rule written in {@code mappings/docs/reading.md}. Pure and safe for
 * many threads: the same rows, identity, reference data and options give the same outcome.
 */
public final class SsdChildReader {

    public ReadOutcome read(SsdChildRows rows, Identity identity, ReferenceData reference, ReadOptions options) {
        throw new UnsupportedOperationException();
    }
}
