package uk.gov.warwickshire.gateway.store.search;

import java.util.Optional;

/**
 * Answers searches from the search values, in the caller's transaction if there is one: never behind the store. Ask for the
 * children first, let the gate decide what of them may be seen, then search in that scope.
 */
public interface ResourceSearch {

    /**
     * The children a search is about, by council id. None for {@link SearchQuery.About#DIRECTORY}.
     *
     * @param limit at most so many
     * @throws IllegalArgumentException if it is about {@link SearchQuery.About#ANYONE}
     */
    Children children(SearchQuery query, int limit);

    /**
     * One page.
     *
     * @param query with a count
     * @param from as the page before said; empty for the first page
     */
    SearchPage search(SearchQuery query, SearchScope scope, Optional<Continuation> from);
}
