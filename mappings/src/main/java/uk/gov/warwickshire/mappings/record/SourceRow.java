package uk.gov.warwickshire.mappings.record;

import java.util.Objects;

/**
 * Where a fact was read: provenance, and the place a rejection names.
 *
 * @param file name of the delivered file, for a zip the archive's name
 * @param table SSD table, or the file's kind for others
 * @param row line of the record in its file, the header being line 1
 */
public record SourceRow(String file, String table, long row) {
    public SourceRow {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(table, "table");
        if (row < 1) {
            throw new IllegalArgumentException("row must be positive");
        }
    }
}
