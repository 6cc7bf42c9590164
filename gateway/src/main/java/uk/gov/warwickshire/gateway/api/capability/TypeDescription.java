package uk.gov.warwickshire.gateway.api.capability;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;

/** A type that is served by a provider of its own, as it is to be claimed. A bean of this type is all it takes. */
public record TypeDescription(
        String type,
        String documentation,
        List<TypeRestfulInteraction> interactions,
        Map<String, SearchParamType> parameters) {

    public TypeDescription {
        interactions = List.copyOf(interactions);
        parameters = new TreeMap<>(parameters);
    }
}
