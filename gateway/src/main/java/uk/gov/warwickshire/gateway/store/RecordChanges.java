package uk.gov.warwickshire.gateway.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What must be written so that the stored resources of one child become those of its record. */
record RecordChanges(
        String childId,
        List<ResourceWrite> created,
        List<ResourceWrite> updated,
        List<CurrentVersion> superseded,
        List<CurrentVersion> deleted) {

    /**
     * @param current what is stored of the child
     * @param lastDeleted the last versions of deleted resources, by `Type/id`
     */
    static RecordChanges between(
            List<CurrentVersion> current, ChildToSave child, Map<String, Long> lastDeleted, Instant now) {
        Map<String, CurrentVersion> gone = new HashMap<>();
        current.forEach(version -> gone.put(version.reference(), version));
        List<ResourceWrite> created = new ArrayList<>();
        List<ResourceWrite> updated = new ArrayList<>();
        List<CurrentVersion> superseded = new ArrayList<>();
        String childId = child.facts().childId();
        for (var resource : child.encoded().resources()) {
            if (resource.directory()) {
                continue;
            }
            CurrentVersion stored = gone.remove(resource.reference());
            if (stored == null) {
                long version = lastDeleted.getOrDefault(resource.reference(), 0L) + 1;
                created.add(new ResourceWrite(childId, resource, version, now));
            } else if (!stored.isSameAs(resource)) {
                superseded.add(stored);
                updated.add(new ResourceWrite(childId, resource, stored.version() + 1, now));
            }
        }
        return new RecordChanges(childId, created, updated, superseded, List.copyOf(gone.values()));
    }

    boolean any() {
        return !created.isEmpty() || !updated.isEmpty() || !deleted.isEmpty();
    }
}
