package uk.gov.warwickshire.mappings.source.ssd;

import java.util.Objects;
import java.util.Optional;

/**
 * One row as intake stages it: what it hangs on and the values of the columns the gateway reads, nothing else.
 *
 * @param line where the row begins in its file, the header being line 1
 * @param owner the child, or the way to it
 * @param provides the key that other rows of the same child may hang on
 * @param content the values in the order of {@link SsdTable#columns()}, as {@link SsdRow} reads them: free of tabs, line
 *     ends, backslashes and NUL, so that it goes into COPY as it is
 */
public record StagedRow(SsdTable table, long line, RowLink owner, Optional<RowLink> provides, String content) {
    public StagedRow {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(provides, "provides");
        Objects.requireNonNull(content, "content");
        if (line < 1) {
            throw new IllegalArgumentException("line must be positive");
        }
    }

    /** The row with the name of the delivered file, as a reader of a child takes it. */
    public SsdRow in(String file) {
        return new SsdRow(table, file, line, content);
    }
}
