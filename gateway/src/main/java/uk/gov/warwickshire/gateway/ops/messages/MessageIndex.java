package uk.gov.warwickshire.gateway.ops.messages;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.search.engine.search.aggregation.AggregationKey;
import org.hibernate.search.engine.search.common.BooleanOperator;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.Ids;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;
import uk.gov.warwickshire.gateway.store.fulltext.FullTextIndex;

/** The index of messages: Lucene in the data directory, or OpenSearch by the same setting as the index of records. */
@Component
class MessageIndex implements DisposableBean {

    /** Values of a facet, commonest first. */
    private static final int VALUES = 20;

    private static final List<String> FACETS =
            List.of(MessageDocument.STATE, MessageDocument.DESTINATION, MessageDocument.REASON, MessageDocument.STATUS);

    private final FullTextIndex index;

    MessageIndex(GatewaySettings settings, Environment environment) {
        this.index = new FullTextIndex(
                settings.dataDir().toAbsolutePath().resolve("search-index-messages"),
                FullTextIndex.settings(environment),
                MessageDocument.class);
    }

    String id() {
        return "messages-" + index.id();
    }

    boolean isEmbedded() {
        return index.isEmbedded();
    }

    /**
     * Ids of what holds the words, the newest first.
     *
     * @throws FullTextIndex.UnavailableException if the index cannot be reached
     */
    List<UUID> ids(SearchCriteria criteria, int limit) {
        return index.inSession(session -> session
                .search(MessageDocument.class)
                .select(f -> f.id(String.class))
                .where(f -> predicate(f, criteria))
                .sort(f -> f.field(MessageDocument.ORDER).desc())
                .fetchHits(limit)
                .stream()
                .map(reference -> UUID.fromString(reference.substring(reference.indexOf('/') + 1)))
                .toList());
    }

    /**
     * How many there are of each value, by facet.
     *
     * @throws FullTextIndex.UnavailableException if the index cannot be reached
     */
    Map<String, Map<String, Long>> facets(SearchCriteria criteria) {
        Map<String, AggregationKey<Map<String, Long>>> keys = new LinkedHashMap<>();
        FACETS.forEach(facet -> keys.put(facet, AggregationKey.of(facet)));
        return index.inSession(session -> {
            var query = session.search(MessageDocument.class)
                    .select(f -> f.id(String.class))
                    .where(f -> predicate(f, criteria));
            for (var key : keys.entrySet()) {
                query = query.aggregation(
                        key.getValue(),
                        f -> f.terms().field(key.getKey(), String.class).maxTermCount(VALUES));
            }
            var result = query.fetch(0);
            Map<String, Map<String, Long>> facets = new LinkedHashMap<>();
            keys.forEach((facet, key) -> {
                Map<String, Long> values = new LinkedHashMap<>(result.aggregation(key));
                values.remove("");
                facets.put(facet, values);
            });
            return facets;
        });
    }

    private static PredicateFinalStep predicate(SearchPredicateFactory f, SearchCriteria criteria) {
        var all = f.bool();
        all.filter(
                f.match().field(MessageDocument.WHAT).matching(criteria.what().name()));
        if (!criteria.states().isEmpty()) {
            Set<String> states =
                    criteria.states().stream().map(MessageDocuments::state).collect(Collectors.toSet());
            all.filter(f.terms().field(MessageDocument.STATE).matchingAny(states));
        }
        criteria.destination()
                .ifPresent(destination ->
                        all.filter(f.match().field(MessageDocument.DESTINATION).matching(destination.code())));
        criteria.reason()
                .ifPresent(reason ->
                        all.filter(f.match().field(MessageDocument.REASON).matching(reason)));
        criteria.batch()
                .ifPresent(batch ->
                        all.filter(f.match().field(MessageDocument.BATCH).matching(batch.toString())));
        criteria.status()
                .ifPresent(status ->
                        all.filter(f.match().field(MessageDocument.STATUS).matching(String.valueOf(status))));
        criteria.childId()
                .ifPresent(child ->
                        all.filter(f.match().field(MessageDocument.CHILD).matching(child)));
        criteria.from()
                .ifPresent(from -> all.filter(f.range()
                        .field(MessageDocument.ORDER)
                        .atLeast(Ids.first(from).toString())));
        criteria.until()
                .ifPresent(until -> all.filter(f.range()
                        .field(MessageDocument.ORDER)
                        .lessThan(Ids.first(until).toString())));
        if (criteria.hasText()) {
            all.must(f.simpleQueryString()
                    .field(MessageDocument.WORDS)
                    .matching(criteria.text())
                    .defaultOperator(BooleanOperator.AND));
        }
        return all;
    }

    /** Puts these documents in the place of all that belong to the owners. */
    void replace(Collection<UUID> owners, List<MessageDocument> documents) {
        Set<String> current = new HashSet<>();
        documents.forEach(document -> current.add(document.reference));
        List<String> names = owners.stream().map(UUID::toString).toList();
        index.inSession(session -> {
            documents.forEach(session.indexingPlan()::addOrUpdate);
            List<String> before = new ArrayList<>(session.search(MessageDocument.class)
                    .select(f -> f.id(String.class))
                    .where(f -> f.terms().field(MessageDocument.OWNER).matchingAny(names))
                    .fetchAllHits());
            before.removeAll(current);
            before.forEach(gone -> session.indexingPlan().purge(MessageDocument.class, gone, null));
            return before.size();
        });
    }

    /** For an index that is empty: nothing can be there to be replaced. */
    void add(List<MessageDocument> documents) {
        index.inSession(session -> {
            documents.forEach(session.indexingPlan()::add);
            return documents.size();
        });
    }

    /** Takes what was replaced or removed out of the index's files too. */
    void expunge() {
        index.inSession(session -> {
            session.workspace().mergeSegments();
            session.workspace().flush();
            // A search opens the new files and lets go of the old ones, which are deleted only then.
            return session.search(MessageDocument.class)
                    .where(f -> f.matchAll())
                    .fetchTotalHitCount();
        });
    }

    void empty() {
        index.inSession(session -> {
            session.schemaManager().dropAndCreate();
            return true;
        });
    }

    long count() {
        return index.inSession(session ->
                session.search(MessageDocument.class).where(f -> f.matchAll()).fetchTotalHitCount());
    }

    @Override
    public void destroy() {
        index.close();
    }
}
