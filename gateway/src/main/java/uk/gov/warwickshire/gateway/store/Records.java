package uk.gov.warwickshire.gateway.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Completes the resources of children by the directory resources they refer to. */
final class Records {

    private Records() {}

    static Map<String, List<StoredResource>> withDirectory(
            List<StoredResource> own, Function<Collection<String>, List<StoredResource>> lookup) {
        Map<String, StoredResource> directory = load(own, lookup);
        Map<String, List<StoredResource>> records = new LinkedHashMap<>();
        own.forEach(resource -> records.computeIfAbsent(resource.childId(), id -> new ArrayList<>())
                .add(resource));
        records.values().forEach(resources -> resources.addAll(reached(resources, directory)));
        return records;
    }

    private static Map<String, StoredResource> load(
            List<StoredResource> own, Function<Collection<String>, List<StoredResource>> lookup) {
        Map<String, StoredResource> found = new HashMap<>();
        Set<String> asked = new HashSet<>();
        Collection<StoredResource> last = own;
        while (true) {
            Set<String> wanted = new HashSet<>();
            last.forEach(resource -> resource.references().stream()
                    .filter(Records::namesDirectory)
                    .filter(asked::add)
                    .forEach(wanted::add));
            if (wanted.isEmpty()) {
                return found;
            }
            last = lookup.apply(wanted);
            last.forEach(resource -> found.put(resource.reference(), resource));
        }
    }

    private static List<StoredResource> reached(List<StoredResource> own, Map<String, StoredResource> directory) {
        Map<String, StoredResource> reached = new LinkedHashMap<>();
        Deque<StoredResource> open = new ArrayDeque<>(own);
        while (!open.isEmpty()) {
            for (String reference : open.poll().references()) {
                StoredResource shared = directory.get(reference);
                if (shared != null && reached.putIfAbsent(reference, shared) == null) {
                    open.add(shared);
                }
            }
        }
        return List.copyOf(reached.values());
    }

    private static boolean namesDirectory(String reference) {
        return reference.startsWith("Organization/") || reference.startsWith("Practitioner");
    }
}
