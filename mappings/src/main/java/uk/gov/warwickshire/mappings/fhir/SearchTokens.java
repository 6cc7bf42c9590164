package uk.gov.warwickshire.mappings.fhir;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** The exact-search tokens of a resource: its type, the search parameter of R4, and the value. */
final class SearchTokens {

    private final String type;
    private final List<String> tokens = new ArrayList<>();

    private SearchTokens(String type) {
        this.type = type;
    }

    static List<String> of(Resource resource) {
        SearchTokens tokens = new SearchTokens(resource.fhirType());
        for (Property property : resource.children()) {
            for (Base value : property.getValues()) {
                tokens.add(property.getName(), value);
            }
        }
        return tokens.tokens.stream().distinct().toList();
    }

    private void add(String element, Base value) {
        switch (element) {
            case "identifier", "status", "category", "code", "class", "gender", "active" -> token(element, value);
            case "type" -> token(type.equals("Encounter") || type.equals("EpisodeOfCare") ? "type" : element, value);
            case "subject", "patient", "for" -> reference("patient", value);
            case "period", "effective[x]", "performedPeriod", "executionPeriod" -> date(value);
            case "authoredOn" -> plain(type.equals("Task") ? "authored-on" : "authored", value.primitiveValue());
            case "birthDate" -> plain("birthdate", value.primitiveValue());
            case "target" -> target(value);
            default -> {}
        }
    }

    private void token(String parameter, Base value) {
        if (value instanceof Identifier identifier && identifier.hasValue()) {
            plain(parameter, identifier.getSystem() + "|" + identifier.getValue());
        } else if (value instanceof CodeableConcept concept) {
            concept.getCoding().forEach(coding -> token(parameter, coding));
        } else if (value instanceof Coding coding) {
            plain(parameter, coding.getSystem() + "|" + coding.getCode());
        } else if (value instanceof PrimitiveType<?> primitive && primitive.hasValue()) {
            plain(parameter, primitive.getValueAsString());
        }
    }

    private void reference(String parameter, Base value) {
        if (value instanceof Reference reference && reference.getReference() != null) {
            plain(parameter, reference.getReference().replaceFirst("^Patient/", ""));
        }
    }

    private void target(Base value) {
        if (type.equals("Provenance") && value instanceof Reference reference && reference.hasReference()) {
            plain("target", reference.getReference());
        }
    }

    /** The day a period begins; ranges are the search index's business. */
    private void date(Base value) {
        if (value instanceof Period period && period.hasStart()) {
            plain("date", period.getStartElement().getValueAsString());
        } else if (value.isPrimitive() && value.primitiveValue() != null) {
            plain("date", value.primitiveValue());
        }
    }

    private void plain(String parameter, String value) {
        tokens.add(type + "." + parameter + "|" + value);
    }
}
