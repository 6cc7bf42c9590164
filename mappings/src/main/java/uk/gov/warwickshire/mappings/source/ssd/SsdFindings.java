package uk.gov.warwickshire.mappings.source.ssd;

import java.util.Optional;
import uk.gov.warwickshire.mappings.record.Rejection;
import uk.gov.warwickshire.mappings.record.Rejection.Severity;
import uk.gov.warwickshire.mappings.record.SourceRow;

/** Findings that arise before a child is read: in the archive, or when rows are brought to their child. */
public final class SsdFindings {

    private SsdFindings() {}

    /** A row whose link leads to no child, neither in this extract nor in what was kept: intake reports it. */
    public static Rejection orphanRow(SsdRow row, RowLink owner) {
        return new Rejection(
                row.source(),
                Optional.empty(),
                Optional.empty(),
                Severity.ROW_REJECTED,
                "ORPHAN_ROW",
                "The row names no person, and the " + words(owner.kind())
                        + " it hangs on was not delivered. Deliver both tables together, or correct the link.");
    }

    static Rejection ownerless(SourceRow source, SsdTable table) {
        return new Rejection(
                source,
                Optional.empty(),
                Optional.of(table.owners().get(0).column()),
                table == SsdTable.PERSON ? Severity.CHILD_REJECTED : Severity.ROW_REJECTED,
                "NO_OWNER",
                "The row does not say whom it is about, or the id is longer than 64 characters. Correct it at the source.");
    }

    static Rejection ragged(SourceRow source) {
        return new Rejection(
                source,
                Optional.empty(),
                Optional.empty(),
                Severity.ROW_REJECTED,
                "RAGGED_ROW",
                "The row has more or fewer fields than the header. Quote fields that hold commas when exporting.");
    }

    static Rejection ofArchive(String archive, String code, String message) {
        return new Rejection(
                new SourceRow(archive, "archive", 1),
                Optional.empty(),
                Optional.empty(),
                Severity.WARNING,
                code,
                message);
    }

    private static String words(RowLink.Kind kind) {
        return kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
