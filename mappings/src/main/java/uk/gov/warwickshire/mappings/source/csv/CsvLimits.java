package uk.gov.warwickshire.mappings.source.csv;

/**
 * How large a CSV file's parts may be; beyond it the file counts as damaged.
 *
 * @param fieldCharacters of one field
 * @param rowCharacters of one row
 * @param columns of one row
 */
public record CsvLimits(int fieldCharacters, int rowCharacters, int columns) {
    /** Well above the longest column of the dataset (4000 characters). */
    public static final CsvLimits DEFAULT = new CsvLimits(64 * 1024, 512 * 1024, 500);

    public CsvLimits {
        if (fieldCharacters < 1 || rowCharacters < fieldCharacters || columns < 1) {
            throw new IllegalArgumentException("limits must be positive, a row at least as long as a field");
        }
    }
}
