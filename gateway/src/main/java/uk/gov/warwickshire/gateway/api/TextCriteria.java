package uk.gov.warwickshire.gateway.api;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.api.problem.ApiProblem;
import uk.gov.warwickshire.gateway.api.problem.ProblemCode;
import uk.gov.warwickshire.gateway.store.fulltext.FullTextIndex;
import uk.gov.warwickshire.gateway.store.fulltext.TextSearch;
import uk.gov.warwickshire.gateway.store.fulltext.TextSearch.Part;
import uk.gov.warwickshire.gateway.store.search.Criterion;
import uk.gov.warwickshire.gateway.store.search.SearchQuery;

/** `_content` and `_text`: the index of words says which ids, the exact search does the rest. */
@Component
class TextCriteria {

    static final Map<String, Part> PARAMETERS = Map.of("_content", Part.CONTENT, "_text", Part.TEXT);

    private final TextSearch texts;

    TextCriteria(TextSearch texts) {
        this.texts = texts;
    }

    /** The query without these parameters, with the ids they find among the resources of the children. */
    SearchQuery added(SearchQuery query, Parameters asked, Collection<String> children) {
        List<Criterion> criteria = new ArrayList<>(query.criteria());
        PARAMETERS.forEach((name, part) -> asked.values()
                .getOrDefault(name, List.of())
                .forEach(words -> criteria.add(new Criterion.Id(ids(query.type(), part, words, children), false))));
        return new SearchQuery(
                query.type(),
                criteria,
                query.sort(),
                query.count(),
                query.total(),
                query.includes(),
                query.reverseIncludes(),
                query.ignored());
    }

    private List<String> ids(String type, Part part, String words, Collection<String> children) {
        try {
            List<String> found = List.copyOf(texts.ids(type, part, words, children));
            // An id that no resource has: nothing found must not mean nothing asked.
            return found.isEmpty() ? List.of("-") : found;
        } catch (FullTextIndex.UnavailableException e) {
            throw ApiProblem.of(ProblemCode.SEARCH_UNAVAILABLE);
        }
    }
}
