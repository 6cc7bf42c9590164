package uk.gov.warwickshire.gateway.store.search;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The last match of a page: the next page holds what sorts after it, so pages neither repeat nor skip a resource that
 * does not change, whatever else does. **The sort values may be names or dates of birth**: they belong neither in a link
 * nor in a log.
 *
 * @param sortValues as text, one for each key of `_sort`; empty where the resource has none
 */
public record Continuation(List<Optional<String>> sortValues, String lastId) {
    public Continuation {
        sortValues = List.copyOf(sortValues);
        Objects.requireNonNull(lastId, "lastId");
    }
}
