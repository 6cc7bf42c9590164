package uk.gov.warwickshire.gateway.store;

import java.util.Optional;
import uk.gov.warwickshire.mappings.fhir.Category;

/**
 * A current resource without its content: enough to decide whether it may be seen.
 *
 * @param aboutPerson the council's id of another person it is about
 */
public record ResourceName(String childId, String type, String id, Category category, Optional<String> aboutPerson) {

    /** `Type/id`. */
    public String reference() {
        return type + "/" + id;
    }
}
