package uk.gov.warwickshire.gateway.store.fulltext;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.hibernate.search.mapper.pojo.standalone.work.SearchIndexingPlan;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.gov.warwickshire.gateway.store.ResourceReader;
import uk.gov.warwickshire.gateway.store.StoredResource;

/** Brings what the index holds of some children in line with the store. May be repeated at will. */
final class IndexWriter {

    private final FullTextIndex index;
    private final ResourceReader store;
    private final JsonMapper json;

    IndexWriter(FullTextIndex index, ResourceReader store, JsonMapper json) {
        this.index = index;
        this.store = store;
        this.json = json;
    }

    void write(Collection<String> childIds) {
        Map<String, List<StoredResource>> records = store.current(childIds);
        index.inSession(session -> {
            Set<String> current = new HashSet<>();
            SearchIndexingPlan plan = session.indexingPlan();
            for (List<StoredResource> record : records.values()) {
                record.stream()
                        .filter(resource -> current.add(resource.reference()))
                        .forEach(r -> add(plan, r));
            }
            remove(session, ResourceDocument.class, childIds, current);
            remove(session, PersonDocument.class, childIds, current);
            return current.size();
        });
    }

    private void add(SearchIndexingPlan plan, StoredResource resource) {
        JsonNode content = json.readTree(resource.content());
        plan.addOrUpdate(new ResourceDocument(resource.reference(), resource.childId(), TextReader.of(content)));
        if (resource.type().equals("Patient")) {
            plan.addOrUpdate(
                    new PersonDocument(resource.reference(), resource.childId(), DemographicsReader.of(content)));
        }
    }

    private static void remove(SearchSession session, Class<?> type, Collection<String> childIds, Set<String> current) {
        session
                .search(type)
                .select(f -> f.id(String.class))
                .where(f -> f.terms().field(ResourceDocument.CHILD).matchingAny(childIds))
                .fetchAllHits()
                .stream()
                .filter(reference -> !current.contains(reference))
                .forEach(reference -> session.indexingPlan().purge(type, reference, null));
    }
}
