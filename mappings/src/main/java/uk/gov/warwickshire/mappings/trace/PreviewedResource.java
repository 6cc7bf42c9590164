package uk.gov.warwickshire.mappings.trace;

import java.util.List;
import java.util.Optional;
import uk.gov.warwickshire.mappings.fhir.Category;

/**
 * A resource as it would be stored.
 *
 * @param category in whose words agreements say what may be shared
 * @param aboutPerson the council's id of the other person it is about (the mother)
 * @param deciders cells that decide whether there is such a resource at all
 */
public record PreviewedResource(
        ResourceName name,
        Category category,
        Optional<String> aboutPerson,
        List<Cell> deciders,
        List<PreviewedElement> elements) {
    public PreviewedResource {
        deciders = List.copyOf(deciders);
        elements = List.copyOf(elements);
    }
}
