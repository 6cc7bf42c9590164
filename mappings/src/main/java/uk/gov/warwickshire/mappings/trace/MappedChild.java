package uk.gov.warwickshire.mappings.trace;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import uk.gov.warwickshire.mappings.fhir.FhirRecord;
import uk.gov.warwickshire.mappings.fhir.MappedResource;

/**
 * A mapped child taken apart, in the order of its resources.
 *
 * @param missingRows rows that were left out of the record
 */
record MappedChild(Map<ResourceName, List<MappedElement>> resources, int missingRows) {
    MappedChild {
        resources = Collections.unmodifiableMap(new LinkedHashMap<>(resources));
    }

    /** @param original turns a name that was altered back into what it was, so that both records can be compared */
    static MappedChild of(FhirRecord mapped, int missingRows, UnaryOperator<String> original) {
        Map<String, String> names = new HashMap<>();
        for (MappedResource resource : mapped.resources()) {
            names.put(
                    resource.type() + "/" + resource.id(),
                    name(resource, original).toString());
        }
        Map<ResourceName, List<MappedElement>> taken = new LinkedHashMap<>();
        for (MappedResource resource : mapped.resources()) {
            taken.put(
                    name(resource, original),
                    ElementWalk.of(
                            resource.resource(), reference -> names.getOrDefault(reference, reference), original));
        }
        return new MappedChild(taken, missingRows);
    }

    private static ResourceName name(MappedResource resource, UnaryOperator<String> original) {
        ResourceName name = ResourceName.of(resource);
        return new ResourceName(name.label(), original.apply(name.identifier()));
    }
}
