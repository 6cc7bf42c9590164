package uk.gov.warwickshire.gateway.store;

import java.util.Set;
import uk.gov.warwickshire.mappings.fhir.Category;

/**
 * What a decision on an answer needs to know about a child.
 *
 * @param held categories of data that the record holds
 */
public record AnswerFacts(ChildFacts facts, Set<Category> held) {
    public AnswerFacts {
        held = Set.copyOf(held);
    }
}
