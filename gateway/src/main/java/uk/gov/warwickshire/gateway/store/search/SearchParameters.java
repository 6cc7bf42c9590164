package uk.gov.warwickshire.gateway.store.search;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.RuntimeSearchParam;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.SearchParameter;

/** The search parameters of the types served: those of R4, and those the profiles add or redefine. Immutable. */
public final class SearchParameters {

    /** To be counted up with every change of what is taken from an element. 2: a date with seconds is an instant. */
    private static final String EXTRACTION = "2\n";

    /** Answered from the resource's own columns. */
    private static final Set<String> COLUMNS = Set.of("_id", "_lastUpdated");

    private final Map<String, Map<String, SearchParameterDefinition>> byType;

    private SearchParameters(Map<String, Map<String, SearchParameterDefinition>> byType) {
        this.byType = byType;
    }

    /** @param profiles resources of the project's package, of which the SearchParameters are taken */
    public static SearchParameters of(FhirContext context, Collection<? extends Resource> profiles) {
        Map<String, Map<String, SearchParameterDefinition>> byType = new LinkedHashMap<>();
        for (String type : ServedTypes.ALL) {
            Map<String, SearchParameterDefinition> own = new TreeMap<>();
            context.getResourceDefinition(type).getSearchParams().stream()
                    .filter(parameter -> !COLUMNS.contains(parameter.getName()))
                    .forEach(parameter -> standard(type, parameter).ifPresent(p -> own.put(p.code(), p)));
            byType.put(type, own);
        }
        profiles.stream()
                .filter(SearchParameter.class::isInstance)
                .map(SearchParameter.class::cast)
                .forEach(parameter -> addTo(byType, parameter));
        return new SearchParameters(byType);
    }

    public boolean serves(String type) {
        return byType.containsKey(type);
    }

    /** Without `_id` and `_lastUpdated`, which every type has. */
    public List<SearchParameterDefinition> of(String type) {
        return List.copyOf(byType.getOrDefault(type, Map.of()).values());
    }

    public Optional<SearchParameterDefinition> find(String type, String code) {
        return Optional.ofNullable(byType.getOrDefault(type, Map.of()).get(code));
    }

    /** Changes whenever a definition or the reading of values does: what was indexed by others must be indexed again. */
    public String fingerprint() {
        String all = byType.values().stream()
                .flatMap(own -> own.values().stream())
                .map(p -> p.key() + " " + p.type() + " " + p.expression())
                .collect(Collectors.joining("\n", EXTRACTION, ""));
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static Optional<SearchParameterDefinition> standard(String type, RuntimeSearchParam parameter) {
        return ParameterType.ofCode(parameter.getParamType().getCode())
                .map(kind -> new SearchParameterDefinition(
                        type,
                        parameter.getName(),
                        kind,
                        parameter.getPath(),
                        parameter.getTargets(),
                        Optional.ofNullable(parameter.getUri()).orElse("")));
    }

    private static void addTo(Map<String, Map<String, SearchParameterDefinition>> byType, SearchParameter parameter) {
        Optional<ParameterType> kind =
                Optional.ofNullable(parameter.getType()).flatMap(type -> ParameterType.ofCode(type.toCode()));
        Set<String> targets =
                parameter.getTarget().stream().map(CodeType::getValue).collect(Collectors.toSet());
        for (String base : parameter.getBase().stream()
                .map(PrimitiveType::getValueAsString)
                .toList()) {
            Map<String, SearchParameterDefinition> own = byType.get(base);
            if (own != null && kind.isPresent() && parameter.hasExpression()) {
                own.put(
                        parameter.getCode(),
                        new SearchParameterDefinition(
                                base,
                                parameter.getCode(),
                                kind.get(),
                                parameter.getExpression(),
                                targets,
                                Optional.ofNullable(parameter.getUrl()).orElse("")));
            }
        }
    }
}
