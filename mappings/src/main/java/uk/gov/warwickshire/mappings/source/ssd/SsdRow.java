package uk.gov.warwickshire.mappings.source.ssd;

import java.util.List;
import java.util.Objects;
import uk.gov.warwickshire.mappings.record.SourceRow;

/**
 * A staged row with the file it came in.
 *
 * @param content as {@link StagedRow#content()}
 */
public record SsdRow(SsdTable table, String file, long line, String content) {
    public SsdRow {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(content, "content");
    }

    public static SsdRow of(SsdTable table, String file, long line, List<String> values) {
        return new SsdRow(table, file, line, RowText.encode(values));
    }

    public SourceRow source() {
        return new SourceRow(file, table.tableName(), line);
    }

    /** The values in the order of {@link SsdTable#columns()}; empty text where there is none. */
    public List<String> values() {
        return RowText.decode(content, table.columns().size());
    }

    /** One value by its position in {@link SsdTable#columns()}; empty text where there is none. */
    public String value(int position) {
        return RowText.valueAt(content, position);
    }

    /** The row's own id; empty text if it has none. */
    public String id() {
        return value(0);
    }
}
