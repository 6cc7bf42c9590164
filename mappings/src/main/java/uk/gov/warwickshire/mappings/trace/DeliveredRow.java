package uk.gov.warwickshire.mappings.trace;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import uk.gov.warwickshire.mappings.source.ssd.StagedRow;

/**
 * A row as it was delivered, cell by cell: of a table of the dataset, of the identity or of the directory file.
 *
 * @param table {@code ssd_...}, {@code identity} or {@code directory}
 * @param file what it was delivered in
 * @param line where the row begins, the header being line 1
 * @param cells by column name of the file, in its order; empty if the row does not fit its header
 * @param ragged what is staged of a row that does not fit its header
 */
public record DeliveredRow(
        String table, String file, long line, Map<String, String> cells, Optional<StagedRow> ragged) {

    public static final String IDENTITY = "identity";
    public static final String DIRECTORY = "directory";

    public DeliveredRow {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(ragged, "ragged");
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    /** Empty text if the row has no such column. */
    public String value(String column) {
        return cells.getOrDefault(column, "");
    }

    DeliveredRow with(String column, String value) {
        Map<String, String> changed = new LinkedHashMap<>(cells);
        changed.put(column, value);
        return new DeliveredRow(table, file, line, changed, ragged);
    }

    /** Names no value. */
    @Override
    public String toString() {
        return table + ":" + line;
    }
}
