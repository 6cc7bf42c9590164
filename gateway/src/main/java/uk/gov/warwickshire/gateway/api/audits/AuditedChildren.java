package uk.gov.warwickshire.gateway.api.audits;

import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;
import uk.gov.warwickshire.gateway.store.ChildFacts;
import uk.gov.warwickshire.gateway.store.ResourceReader;
import uk.gov.warwickshire.gateway.store.StoredResource;
import uk.gov.warwickshire.mappings.fhir.ResourceIds;
import uk.gov.warwickshire.mappings.fhir.Systems;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/**
 * Finds the child an auditor means: by Patient id or NHS number while the record is held, by the council's own id also when
 * it has been erased.
 */
@Component
class AuditedChildren {

    private final ResourceReader resources;
    private final Systems systems;

    AuditedChildren(ResourceReader resources, GatewaySettings settings) {
        this.resources = resources;
        this.systems = new Systems(settings.fhir().baseUri().toString());
    }

    /** The council's id; empty if the child is not known. */
    Optional<String> of(Function<String, Optional<String>> parameter) {
        Optional<String> reference = parameter.apply("patient");
        if (reference.isPresent()) {
            String id = reference.orElseThrow().replaceFirst("^Patient/", "");
            return resources.current("Patient", id).map(StoredResource::childId);
        }
        String identifier = parameter
                .apply("patient:identifier")
                .or(() -> parameter.apply("patient.identifier"))
                .orElseThrow();
        String value = identifier.substring(identifier.indexOf('|') + 1);
        if (identifier.startsWith(Systems.NHS_NUMBER + "|")) {
            return NhsNumber.parse(value).flatMap(this::withNumber);
        }
        if (identifier.startsWith(systems.id(Systems.PERSON) + "|")) {
            return Optional.of(value);
        }
        throw new InvalidRequestException("unknown identifier system");
    }

    /** For a link of our own making, which holds neither NHS number nor the council's id. */
    String reference(String childId) {
        return ResourceIds.patient(systems, childId);
    }

    /** The child itself, not one whose mother it is. */
    private Optional<String> withNumber(NhsNumber number) {
        return resources.facts(resources.childrenByNhsNumber(List.of(number))).values().stream()
                .filter(facts -> facts.nhsNumber().equals(Optional.of(number)))
                .map(ChildFacts::childId)
                .findFirst();
    }
}
