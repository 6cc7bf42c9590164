package uk.gov.warwickshire.mappings.source.ssd;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.gov.warwickshire.mappings.record.Rejection;
import uk.gov.warwickshire.mappings.record.Rejection.Severity;

/** What was found while one child was read. The same warning about the same column is said once, with its count. */
final class ChildFindings {

    private final String childId;
    private final List<Rejection> rejections = new ArrayList<>();
    private final Map<String, Rejection> warnings = new LinkedHashMap<>();
    private final Map<String, Integer> warningCounts = new LinkedHashMap<>();
    private int missingRows;

    ChildFindings(String childId) {
        this.childId = childId;
    }

    /** A row that cannot be used: it is left out, or takes the child with it where today's status hangs on it. */
    void rejectRow(SsdRow row, Optional<String> field, String code, String message) {
        boolean whole = row.table().isSafetyCritical();
        missingRows++;
        rejections.add(finding(
                row,
                field,
                whole ? Severity.CHILD_REJECTED : Severity.ROW_REJECTED,
                code,
                whole ? message + " Until then the child stays as it was last accepted." : message));
    }

    /** A row of a table the child's status hangs on, which is nevertheless left out alone. */
    void leaveOut(SsdRow row, String field, String code, String message) {
        missingRows++;
        rejections.add(finding(row, Optional.of(field), Severity.ROW_REJECTED, code, message));
    }

    void rejectChild(SsdRow row, Optional<String> field, String code, String message) {
        rejections.add(finding(row, field, Severity.CHILD_REJECTED, code, message));
    }

    void warn(SsdRow row, String field, String code, String message) {
        String key = row.table() + "|" + field + "|" + code;
        warnings.putIfAbsent(key, finding(row, Optional.of(field), Severity.WARNING, code, message));
        warningCounts.merge(key, 1, Integer::sum);
    }

    boolean isChildRejected() {
        return rejections.stream().anyMatch(r -> r.severity() == Severity.CHILD_REJECTED);
    }

    /** Rows left out so far. */
    int missingRows() {
        return missingRows;
    }

    List<Rejection> all() {
        List<Rejection> all = new ArrayList<>(rejections);
        warnings.forEach((key, first) -> all.add(counted(first, warningCounts.getOrDefault(key, 1))));
        return all;
    }

    private static Rejection counted(Rejection first, int count) {
        return count == 1
                ? first
                : new Rejection(
                        first.source(),
                        first.childId(),
                        first.field(),
                        first.severity(),
                        first.code(),
                        first.message() + " The same holds for " + count + " rows of this child.");
    }

    private Rejection finding(SsdRow row, Optional<String> field, Severity severity, String code, String message) {
        return new Rejection(row.source(), Optional.of(childId), field, severity, code, message);
    }
}
