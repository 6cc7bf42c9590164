package uk.gov.warwickshire.gateway.store.search;

import java.util.Objects;
import java.util.Set;

/**
 * A search parameter of one type of resource.
 *
 * @param base the type of resource
 * @param code the name in a query
 * @param expression FHIRPath
 * @param targets types a reference may point to; empty if any
 * @param url canonical of the SearchParameter; empty if the definition has none
 */
public record SearchParameterDefinition(
        String base, String code, ParameterType type, String expression, Set<String> targets, String url) {
    public SearchParameterDefinition {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(url, "url");
        targets = Set.copyOf(targets);
        if (base.isBlank() || code.isBlank() || expression.isBlank()) {
            throw new IllegalArgumentException("a search parameter needs a type of resource, a code and an expression");
        }
    }

    /** `Flag.patient`, which begins everything stored for it. */
    String key() {
        return base + "." + code;
    }

    boolean mayPointTo(String resourceType) {
        return targets.isEmpty() || targets.contains(resourceType);
    }
}
