package uk.gov.warwickshire.gateway.store.fulltext;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.search.engine.search.common.BooleanOperator;
import org.springframework.stereotype.Component;

/** Answers `_content` and `_text`. */
@Component
public class TextSearch {

    /** Where to look. */
    public enum Part {
        /** `_content`: every text of the resource. */
        CONTENT(ResourceDocument.CONTENT),
        /** `_text`: its narrative. */
        TEXT(ResourceDocument.NARRATIVE);

        private final String field;

        Part(String field) {
            this.field = field;
        }
    }

    private final FullTextIndex index;

    TextSearch(FullTextIndex index) {
        this.index = index;
    }

    /**
     * Ids of resources of the type, of the children or of the directory, that hold what is asked. Words are all required;
     * `|` between words means or, `-` before one means not, `*` behind one any ending, quotes a phrase.
     *
     * @throws FullTextIndex.UnavailableException if the index cannot be reached
     */
    public Set<String> ids(String type, Part part, String expression, Collection<String> childIds) {
        List<String> owners = Stream.concat(childIds.stream(), Stream.of("")).toList();
        return index.inSession(session -> session
                .search(ResourceDocument.class)
                .select(f -> f.id(String.class))
                .where((f, root) -> {
                    root.add(f.match().field(ResourceDocument.TYPE).matching(type));
                    root.add(f.terms().field(ResourceDocument.CHILD).matchingAny(owners));
                    root.add(f.simpleQueryString()
                            .field(part.field)
                            .matching(expression)
                            .defaultOperator(BooleanOperator.AND));
                })
                .fetchAllHits()
                .stream()
                .map(reference -> reference.substring(type.length() + 1))
                .collect(Collectors.toSet()));
    }
}
