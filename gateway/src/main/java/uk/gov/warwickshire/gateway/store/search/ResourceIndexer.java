package uk.gov.warwickshire.gateway.store.search;

import ca.uhn.fhir.context.FhirContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Resource;
import uk.gov.warwickshire.mappings.fhir.SearchIndexer;
import uk.gov.warwickshire.mappings.fhir.SearchValues;

/** Takes the values of all search parameters from a resource. Expressions are read once. Safe for many threads. */
public final class ResourceIndexer implements SearchIndexer {

    private record Indexed(SearchParameterDefinition parameter, List<Extraction> alternatives) {}

    private final Map<String, List<Indexed>> byType = new HashMap<>();

    public ResourceIndexer(FhirContext context, SearchParameters parameters) {
        for (String type : ServedTypes.ALL) {
            byType.put(
                    type,
                    parameters.of(type).stream()
                            .map(parameter -> new Indexed(parameter, extractions(context, parameter.expression())))
                            .toList());
        }
    }

    @Override
    public SearchValues index(Resource resource) {
        ValueCollector collector = new ValueCollector();
        for (Indexed indexed : byType.getOrDefault(resource.fhirType(), List.of())) {
            for (Extraction extraction : indexed.alternatives()) {
                for (Base element : extraction.of(resource)) {
                    collector.add(indexed.parameter(), valueOf(element));
                }
            }
        }
        return collector.values();
    }

    /** An expression may end at an extension and mean its value. */
    private static Base valueOf(Base element) {
        return element instanceof Extension extension && extension.hasValue() ? extension.getValue() : element;
    }

    static List<Extraction> extractions(FhirContext context, String expression) {
        List<Extraction> extractions = new ArrayList<>();
        for (String alternative : ElementPathReader.alternatives(expression)) {
            extractions.add(
                    ElementPathReader.read(alternative).orElseGet(() -> new FhirPathExtraction(context, alternative)));
        }
        return extractions;
    }
}
