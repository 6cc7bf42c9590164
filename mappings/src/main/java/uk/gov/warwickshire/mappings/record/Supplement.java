package uk.gov.warwickshire.mappings.record;

import java.util.Objects;

/**
 * An element that one source left empty and another filled.
 *
 * @param of the row that is known to both sources
 * @param element name of the record's component, {@code initialCategory}
 * @param from where its value was read
 */
public record Supplement(SourceRow of, String element, SourceRow from) {
    public Supplement {
        Objects.requireNonNull(of, "of");
        Objects.requireNonNull(element, "element");
        Objects.requireNonNull(from, "from");
    }
}
