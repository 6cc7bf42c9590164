package uk.gov.warwickshire.gateway.store.search;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What the caller of a search may see. Nothing outside it is found, counted, included or used to decide a condition, but
 * for one exception: a child's own identifier finds the child's resources where the Patient itself may not be seen.
 *
 * @param children by child id
 * @param directory organisations and professionals
 */
public record SearchScope(Map<String, Visible> children, Visible directory) {

    /** A part of what is stored. */
    public sealed interface Visible {
        record All() implements Visible {}

        /** @param references `Type/id` */
        record Only(Set<String> references) implements Visible {
            public Only {
                references = Set.copyOf(references);
            }
        }

        /**
         * Of the directory alone.
         *
         * @param codes categories
         */
        record OfCategories(Set<String> codes) implements Visible {
            public OfCategories {
                codes = Set.copyOf(codes);
            }
        }
    }

    public SearchScope {
        Objects.requireNonNull(directory, "directory");
        children = Map.copyOf(children);
        if (children.values().stream().anyMatch(Visible.OfCategories.class::isInstance)) {
            throw new IllegalArgumentException("what may be seen of a child is named");
        }
    }

    /** Some resources of each child, and all organisations and professionals. */
    public static SearchScope of(Map<String, Visible> children) {
        return new SearchScope(children, new Visible.All());
    }

    /** Organisations and professionals alone. */
    public static SearchScope directoryOnly() {
        return of(Map.of());
    }
}
