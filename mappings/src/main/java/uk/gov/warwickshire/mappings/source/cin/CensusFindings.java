package uk.gov.warwickshire.mappings.source.cin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.gov.warwickshire.mappings.record.Rejection;
import uk.gov.warwickshire.mappings.record.Rejection.Severity;
import uk.gov.warwickshire.mappings.record.SourceRow;

/** What was found while one child was read. The same warning about the same element is said once, with its count. */
final class CensusFindings {

    private final CensusEntry entry;
    private final List<Rejection> rejections = new ArrayList<>();
    private final Map<String, List<Rejection>> warnings = new LinkedHashMap<>();
    private int missing;

    CensusFindings(CensusEntry entry) {
        this.entry = entry;
    }

    SourceRow source(CensusModule module, long line) {
        return new SourceRow(entry.file(), module.element(), line);
    }

    void reject(CensusModule module, long line, String field, String code, String message) {
        missing++;
        boolean whole = module.isSafetyCritical();
        rejections.add(finding(
                module,
                line,
                field,
                whole ? Severity.CHILD_REJECTED : Severity.ROW_REJECTED,
                code,
                whole ? message + " Until then the child stays as it was last accepted." : message));
    }

    void warn(CensusModule module, long line, String field, String code, String message) {
        warnings.computeIfAbsent(module + "|" + field + "|" + code, key -> new ArrayList<>())
                .add(finding(module, line, field, Severity.WARNING, code, message));
    }

    boolean isChildRejected() {
        return rejections.stream().anyMatch(r -> r.severity() == Severity.CHILD_REJECTED);
    }

    /** Modules left out so far. */
    int missing() {
        return missing;
    }

    List<Rejection> all() {
        List<Rejection> all = new ArrayList<>(rejections);
        warnings.values().forEach(same -> all.add(counted(same.get(0), same.size())));
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
                        first.message() + " The same holds for " + count + " elements of this child.");
    }

    private Rejection finding(
            CensusModule module, long line, String field, Severity severity, String code, String message) {
        return new Rejection(
                source(module, line), Optional.of(entry.childId()), Optional.of(field), severity, code, message);
    }
}
