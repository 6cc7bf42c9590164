package uk.gov.warwickshire.gateway.api.access;

import java.util.Map;
import java.util.Set;
import uk.gov.warwickshire.mappings.fhir.Category;

/**
 * What a caller may see before anything is searched, so that totals, pages and sorting are made from that alone. Nothing
 * is recorded and nothing may be shown on it: the answer itself is decided by {@link AnswerGate#answer}.
 *
 * @param categories the categories that may be seen, for each child of whom anything may
 * @param withheldPersons other persons (by the council's id) about whom resources may not be seen, for each such child
 * @param whole children of whom all that is held may be seen
 * @param directory the categories of what belongs to no child that may be seen
 */
public record Scope(
        Map<String, Set<Category>> categories,
        Map<String, Set<String>> withheldPersons,
        Set<String> whole,
        Set<Category> directory) {

    public Scope {
        categories = Map.copyOf(categories);
        whole = Set.copyOf(whole);
        directory = Set.copyOf(directory);
        withheldPersons = Map.copyOf(withheldPersons);
    }

    /** Children of whom anything may be seen. */
    public Set<String> children() {
        return categories.keySet();
    }

    /** Whether a resource with these properties may be seen. */
    public boolean mayShow(String childId, Asked resource) {
        return categories.getOrDefault(childId, Set.of()).contains(resource.category())
                && resource.aboutPerson()
                        .map(person ->
                                !withheldPersons.getOrDefault(childId, Set.of()).contains(person))
                        .orElse(true);
    }
}
