package uk.gov.warwickshire.gateway.api.access;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import uk.gov.warwickshire.gateway.disclosure.Cleared;

/**
 * What may be shown, decided, recorded and committed. Only this package makes one; the API's encoder shows nothing else.
 */
public final class Answer {

    private final List<Cleared> cleared;
    private final Set<String> shown;
    private final Set<String> versions;
    private final Notice notice;
    private final List<UUID> auditIds;

    Answer(List<Cleared> cleared, List<Asked> directory, Notice notice, List<UUID> auditIds) {
        this.cleared = List.copyOf(cleared);
        Set<String> references = new HashSet<>();
        Set<String> versioned = new HashSet<>();
        Stream.concat(
                        directory.stream().map(one -> new Shown(one.type(), one.id(), one.version())),
                        cleared.stream()
                                .flatMap(one -> one.resources().stream())
                                .map(r -> new Shown(r.type(), r.id(), r.version())))
                .forEach(one -> {
                    references.add(one.reference());
                    versioned.add(one.reference() + "/" + one.version());
                });
        this.shown = Set.copyOf(references);
        this.versions = Set.copyOf(versioned);
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

    /** Whether this version of it may be shown: others may be of another category, or about another person. */
    public boolean mayShow(String type, String id, long version) {
        return versions.contains(type + "/" + id + "/" + version);
    }

    /** What a search must say about what it does not show. */
    public Notice notice() {
        return notice;
    }

    /** The entries of the audit that record this answer. */
    public List<UUID> auditIds() {
        return auditIds;
    }

    private record Shown(String type, String id, long version) {
        String reference() {
            return type + "/" + id;
        }
    }
}
