package uk.gov.warwickshire.gateway.delivery;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.gov.warwickshire.gateway.disclosure.Cleared;
import uk.gov.warwickshire.gateway.disclosure.DisclosedResource;
import uk.gov.warwickshire.gateway.disclosure.LeftOut;
import uk.gov.warwickshire.gateway.disclosure.Outcome;
import uk.gov.warwickshire.gateway.store.StoredResource;

/** What must change at a destination so that its copy becomes what was cleared. */
record Delta(List<StoredResource> changed, List<CopyEntry> removed) {

    static Delta of(Cleared cleared, List<StoredResource> current, List<CopyEntry> copy) {
        Map<String, Long> held = copy.stream().collect(Collectors.toMap(CopyEntry::reference, CopyEntry::version));
        Map<String, Long> due =
                cleared.resources().stream().collect(Collectors.toMap(r -> reference(r), DisclosedResource::version));
        // What is left out only until more is known stays as it is: an answer that is late deletes nothing.
        Set<String> kept = cleared.leftOut().stream()
                .filter(left -> left.reason().outcome() == Outcome.HELD)
                .map(LeftOut::resource)
                .map(Delta::reference)
                .collect(Collectors.toSet());
        List<StoredResource> changed = current.stream()
                .filter(resource -> due.containsKey(resource.reference()))
                .filter(resource -> !Long.valueOf(resource.version()).equals(held.get(resource.reference())))
                .toList();
        List<CopyEntry> removed = copy.stream()
                .filter(entry -> !due.containsKey(entry.reference()) && !kept.contains(entry.reference()))
                .toList();
        return new Delta(changed, removed);
    }

    static Delta withdrawalOf(List<CopyEntry> copy) {
        return new Delta(List.of(), copy);
    }

    /** What is on the way: what it puts as the versions now sent. */
    List<CopyEntry> inFlight() {
        return Stream.concat(
                        changed.stream().map(r -> new CopyEntry(r.type(), r.id(), r.version(), r.category())),
                        removed.stream().map(CopyEntry::ofUnknownVersion))
                .toList();
    }

    /** Directory resources belong to other records too: they are forgotten, not deleted. */
    List<CopyEntry> deletions() {
        return removed.stream().filter(entry -> !entry.isDirectory()).toList();
    }

    boolean isNothing() {
        return changed.isEmpty() && deletions().isEmpty();
    }

    private static String reference(DisclosedResource resource) {
        return resource.type() + "/" + resource.id();
    }
}
