package uk.gov.warwickshire.mappings.trace;

/**
 * One cell of what was delivered about a child.
 *
 * @param line of its row
 * @param value as delivered, without surrounding space
 */
public record Cell(String table, long line, String column, String value) {

    /** Names no value. */
    @Override
    public String toString() {
        return table + "." + column + ":" + line;
    }
}
