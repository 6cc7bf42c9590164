package uk.gov.warwickshire.mappings.trace;

import java.util.Set;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Resource;
import uk.gov.warwickshire.mappings.fhir.MappedResource;
import uk.gov.warwickshire.mappings.fhir.Systems;

/**
 * What a resource is called in mapping tables and previews.
 *
 * @param label its type, with what kind of it in brackets where there are several: {@code CarePlan[pathway-plan]}
 * @param identifier the source's id of the thing; empty text where there is one only
 */
public record ResourceName(String label, String identifier) {

    private static final Set<String> ONE_KIND =
            Set.of("Patient", "RelatedPerson", "ServiceRequest", "Practitioner", "PractitionerRole", "Provenance");

    static ResourceName of(MappedResource mapped) {
        Resource resource = mapped.resource();
        String type = mapped.type();
        if (type.equals("Provenance")) { // has no identifier; there is one for each category and person
            return new ResourceName(
                    type,
                    mapped.category().code()
                            + mapped.aboutPerson()
                                    .map(person -> " of " + person)
                                    .orElse(""));
        }
        Base found = resource.getNamedProperty("identifier") == null
                ? null
                : resource.getNamedProperty("identifier").getValues().stream()
                        .findFirst()
                        .orElse(null);
        if (type.equals("Patient") || !(found instanceof Identifier identifier)) {
            return new ResourceName(type, "");
        }
        String kind =
                identifier.getSystem().equals(Systems.ODS_ORGANISATION) ? "council" : lastPart(identifier.getSystem());
        return new ResourceName(ONE_KIND.contains(type) ? type : type + "[" + kind + "]", identifier.getValue());
    }

    /** {@code https://fhir.example/Id/team} to {@code team}. */
    static String lastPart(String address) {
        return address.substring(Math.max(address.lastIndexOf('/'), address.lastIndexOf(':')) + 1);
    }

    public String type() {
        return label.replaceAll("\\[.*", "");
    }

    @Override
    public String toString() {
        return identifier.isEmpty() ? label : label + " " + identifier;
    }
}
