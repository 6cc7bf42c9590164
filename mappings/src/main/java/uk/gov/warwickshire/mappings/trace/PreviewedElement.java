package uk.gov.warwickshire.mappings.trace;

import java.util.List;

/**
 * An element of a resource beside what it comes from.
 *
 * @param location in the resource, {@code participant[1].role}
 * @param value in words
 * @param sources the cells that have an effect on it; none for what the settings or the mapper itself put there
 */
public record PreviewedElement(String location, String value, List<Cell> sources) {
    public PreviewedElement {
        sources = List.copyOf(sources);
    }

    /** Names no value. */
    @Override
    public String toString() {
        return location;
    }
}
