package uk.gov.warwickshire.gateway.store.search;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import uk.gov.warwickshire.gateway.store.StoredResource;

/**
 * One page of a search.
 *
 * @param matches in the order asked for
 * @param included by `_include` and `_revinclude`, each once and none that is a match of this page
 * @param total of all pages; empty if not asked for
 * @param next where the next page begins; empty on the last page
 */
public record SearchPage(
        List<StoredResource> matches, List<StoredResource> included, OptionalLong total, Optional<Continuation> next) {
    public SearchPage {
        matches = List.copyOf(matches);
        included = List.copyOf(included);
        Objects.requireNonNull(total, "total");
        Objects.requireNonNull(next, "next");
    }
}
