package uk.gov.warwickshire.gateway.store.search;

import java.util.Objects;

/** One key of `_sort`; resources without the value come last in both directions. */
public record SortKey(By by, boolean descending) {

    /** What is sorted by. */
    public sealed interface By {
        /** `_id`. */
        record Id() implements By {}

        /** `_lastUpdated`. */
        record LastUpdated() implements By {}

        record Parameter(SearchParameterDefinition definition) implements By {}
    }

    public SortKey {
        Objects.requireNonNull(by, "by");
    }
}
