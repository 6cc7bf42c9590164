package uk.gov.warwickshire.mappings.source.cin;

/**
 * How much of an untrusted file is taken in; a file that exceeds a limit is refused as damaged. Its whole size is not
 * among them: it is read in constant memory, and who receives it has a limit.
 *
 * @param depth of nested elements
 * @param elementsPerChild a hundred times what a long history has
 * @param text characters of one value; the census has none longer than 50
 * @param attributes on one element; the census has none
 */
public record CensusLimits(int depth, int elementsPerChild, int text, int attributes) {
    public static final CensusLimits DEFAULT = new CensusLimits(32, 20_000, 500, 32);

    public CensusLimits {
        if (depth < 1 || elementsPerChild < 1 || text < 1 || attributes < 0) {
            throw new IllegalArgumentException("limits must be positive");
        }
    }
}
