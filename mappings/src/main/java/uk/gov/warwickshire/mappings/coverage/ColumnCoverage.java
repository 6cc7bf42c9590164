package uk.gov.warwickshire.mappings.coverage;

import java.util.List;

/**
 * One column of the extract.
 *
 * @param column its name in the extract; {@code (name not shown)} where it does not look like a column's
 * @param reason why it is left out, or why it is not known; empty text for a mapped one
 * @param filled rows with a value
 * @param mapped rows whose value can be read and goes on; none of a column that is left out
 * @param open rows whose date stands for "open" or "unknown" (1900-01-01)
 * @param unreadable rows whose value is no date, flag, number or the like
 * @param unreadableLines the first lines of these, the header being line 1
 * @param unlisted rows whose value has no entry in the code list or ConceptMap
 * @param values those values, as far as they can be shown
 * @param hiddenValues how many more there are, at least; they might tell of a person
 * @param hiddenRows rows with one of the hidden values
 */
public record ColumnCoverage(
        String column,
        Handling handling,
        String reason,
        long filled,
        long mapped,
        long open,
        long unreadable,
        List<Long> unreadableLines,
        long unlisted,
        List<ShownValue> values,
        long hiddenValues,
        long hiddenRows) {
    public ColumnCoverage {
        unreadableLines = List.copyOf(unreadableLines);
        values = List.copyOf(values);
    }

    /** Whether there is something to act on. */
    public boolean hasFindings() {
        return unreadable > 0 || unlisted > 0;
    }
}
