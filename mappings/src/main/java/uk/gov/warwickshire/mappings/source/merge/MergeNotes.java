package uk.gov.warwickshire.mappings.source.merge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.gov.warwickshire.mappings.record.Coded;
import uk.gov.warwickshire.mappings.record.Rejection;
import uk.gov.warwickshire.mappings.record.SourceRow;
import uk.gov.warwickshire.mappings.record.Supplement;

/** What is noted while two records become one: which source filled what, and where they differ. For one thread. */
final class MergeNotes {

    private final String childId;
    private final Set<Supplement> supplements = new LinkedHashSet<>();
    private final List<Rejection> findings = new ArrayList<>();

    MergeNotes(String childId) {
        this.childId = childId;
    }

    /** The first value; the second where there is none, and then it is noted whence. */
    <V> Optional<V> first(String element, SourceRow of, Optional<V> ours, SourceRow from, Optional<V> theirs) {
        if (ours.isEmpty() && theirs.isPresent()) {
            supplements.add(new Supplement(of, element, from));
            return theirs;
        }
        return ours;
    }

    /** A value with a code counts before one without. */
    Optional<Coded> coded(String element, SourceRow of, Optional<Coded> ours, SourceRow from, Optional<Coded> theirs) {
        boolean better = ours.filter(c -> c.code().isPresent()).isEmpty()
                && theirs.filter(c -> c.code().isPresent()).isPresent();
        return first(element, of, better ? Optional.empty() : ours, from, theirs);
    }

    <V> List<V> firstFilled(String element, SourceRow of, List<V> ours, SourceRow from, List<V> theirs) {
        if (ours.isEmpty() && !theirs.isEmpty()) {
            supplements.add(new Supplement(of, element, from));
            return theirs;
        }
        return ours;
    }

    void differs(SourceRow at, String field, String code, String message) {
        findings.add(finding(at, field, Rejection.Severity.WARNING, code, message));
    }

    Rejection finding(SourceRow at, String field, Rejection.Severity severity, String code, String message) {
        return new Rejection(at, Optional.of(childId), Optional.of(field), severity, code, message);
    }

    void keep(List<Supplement> earlier) {
        supplements.addAll(earlier);
    }

    List<Supplement> supplements() {
        return List.copyOf(supplements);
    }

    List<Rejection> findings() {
        return List.copyOf(findings);
    }
}
