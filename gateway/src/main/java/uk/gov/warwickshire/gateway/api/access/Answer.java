package uk.gov.warwickshire.gateway.api.access;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import uk.gov.warwickshire.gateway.disclosure.Cleared;

/**
 * What may be shown, decided, recorded and committed. Only this package makes one; the API's encoder shows nothing else.
 */
public final class Answer {

    private final List<Cleared> cleared;
    private final Set<String> shown;
    private final Notice notice;
    private final List<UUID> auditIds;

    Answer(List<Cleared> cleared, Set<String> directory, Notice notice, List<UUID> auditIds) {
        this.cleared = List.copyOf(cleared);
        Set<String> references = new HashSet<>(directory);
        cleared.forEach(one -> one.resources().forEach(r -> references.add(r.type() + "/" + r.id())));
        this.shown = Set.copyOf(references);
        this.notice = notice;
        this.auditIds = List.copyOf(auditIds);
    }

    /** One for each child of whom something may be shown. */
    public List<Cleared> cleared() {
        return cleared;
    }

    /** Whether this resource may be shown. */
    public boolean mayShow(String type, String id) {
        return shown.contains(type + "/" + id);
    }

    /** What a search must say about what it does not show. */
    public Notice notice() {
        return notice;
    }

    /** The entries of the audit that record this answer. */
    public List<UUID> auditIds() {
        return auditIds;
    }
}
