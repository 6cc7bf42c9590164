package uk.gov.warwickshire.gateway.api;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.api.access.Asked;
import uk.gov.warwickshire.gateway.api.access.Scope;
import uk.gov.warwickshire.gateway.store.ResourceName;
import uk.gov.warwickshire.gateway.store.ResourceNameReader;
import uk.gov.warwickshire.gateway.store.search.SearchScope;
import uk.gov.warwickshire.gateway.store.search.SearchScope.Visible;
import uk.gov.warwickshire.gateway.store.search.ServedTypes;
import uk.gov.warwickshire.mappings.fhir.Category;

/** What a search may look at: what the gate lets the caller see, of the types that the token allows. */
@Component
class Visibility {

    private static final Set<Category> ALL = Set.copyOf(EnumSet.allOf(Category.class));

    private final ResourceNameReader names;

    Visibility(ResourceNameReader names) {
        this.names = names;
    }

    /** @param types that the token allows */
    SearchScope of(Scope scope, Set<String> types) {
        boolean everyType = types.containsAll(ServedTypes.ALL);
        Map<String, Visible> visible = new HashMap<>();
        Set<String> inPart = scope.children().stream()
                .filter(child -> !everyType || !scope.whole().contains(child))
                .collect(Collectors.toSet());
        scope.children().forEach(child -> visible.put(child, new Visible.All()));
        Map<String, List<ResourceName>> held =
                names.names(inPart).stream().collect(Collectors.groupingBy(ResourceName::childId));
        inPart.forEach(child -> visible.put(
                child,
                new Visible.Only(held.getOrDefault(child, List.of()).stream()
                        .filter(name -> types.contains(name.type()))
                        .filter(name -> scope.mayShow(child, asked(name)))
                        .map(ResourceName::reference)
                        .collect(Collectors.toSet()))));
        return new SearchScope(
                visible,
                scope.directory().containsAll(ALL)
                        ? new Visible.All()
                        : new Visible.OfCategories(
                                scope.directory().stream().map(Category::code).collect(Collectors.toSet())));
    }

    private static Asked asked(ResourceName name) {
        return new Asked(name.type(), name.id(), 0, name.category(), name.aboutPerson());
    }
}
