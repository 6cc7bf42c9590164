package uk.gov.warwickshire.gateway.intake.ssd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.gov.warwickshire.mappings.record.Rejection;
import uk.gov.warwickshire.mappings.source.ssd.SsdChildRows;
import uk.gov.warwickshire.mappings.source.ssd.SsdRow;

/** The rows of one child as they come from the stream; beyond the limit only counted. For one thread at a time. */
final class StagedChild {

    /** A hundred times what a long history has. */
    static final int MOST_ROWS = 10_000;

    private final String childId;
    private final List<SsdRow> rows = new ArrayList<>();
    private long count;

    StagedChild(String childId) {
        this.childId = childId;
    }

    void add(SsdRow row) {
        if (++count <= MOST_ROWS) {
            rows.add(row);
        }
    }

    String childId() {
        return childId;
    }

    boolean hasTooManyRows() {
        return count > MOST_ROWS;
    }

    Rejection tooManyRows() {
        return new Rejection(
                rows.get(0).source(),
                Optional.of(childId),
                Optional.empty(),
                Rejection.Severity.CHILD_REJECTED,
                "TOO_MANY_ROWS",
                "More than " + MOST_ROWS + " rows name this person; is the id that of a placeholder?");
    }

    SsdChildRows rows() {
        return new SsdChildRows(childId, rows);
    }
}
