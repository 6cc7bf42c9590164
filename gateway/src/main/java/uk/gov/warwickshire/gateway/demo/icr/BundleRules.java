package uk.gov.warwickshire.gateway.demo.icr;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/** What a careful recipient asks of a transaction: nothing half, nothing dangling, nobody unverified. */
final class BundleRules {

    private static final String NHS_NUMBER = "https://fhir.nhs.uk/Id/nhs-number";
    private static final String VERIFICATION =
            "https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NHSNumberVerificationStatus";

    /**
     * @param held `Type/id` of what the region holds already
     * @return one sentence for each fault; empty if the transaction can be taken
     */
    List<String> problems(Bundle bundle, Set<String> held) {
        List<String> problems = new ArrayList<>();
        Set<String> known = new HashSet<>(held);
        Set<String> seen = new HashSet<>();
        for (BundleEntryComponent entry : bundle.getEntry()) {
            String url = entry.getRequest().getUrl();
            if (!seen.add(String.valueOf(url))) {
                problems.add(url + ": stands twice in the transaction");
            }
            if (entry.getRequest().getMethod() == HTTPVerb.PUT) {
                known.add(url);
            } else if (entry.getRequest().getMethod() == HTTPVerb.DELETE) {
                known.remove(url);
            } else {
                problems.add(url + ": only PUT and DELETE are taken");
            }
        }
        bundle.getEntry().stream()
                .filter(entry -> entry.getRequest().getMethod() == HTTPVerb.PUT)
                .forEach(entry -> check(entry, known, problems));
        return problems;
    }

    private static void check(BundleEntryComponent entry, Set<String> known, List<String> problems) {
        String url = entry.getRequest().getUrl();
        Resource resource = entry.getResource();
        if (resource == null
                || !url.equals(
                        resource.fhirType() + "/" + resource.getIdElement().getIdPart())) {
            problems.add(url + ": the resource's type and id are others than the request's");
            return;
        }
        if (!resource.getMeta().hasProfile()) {
            problems.add(url + ": names no profile");
        }
        if (resource instanceof Patient patient) {
            checkNumber(url, patient, problems);
        }
        checkElements(url, resource, known, problems);
    }

    private static void checkNumber(String url, Patient patient, List<String> problems) {
        List<Identifier> numbers = patient.getIdentifier().stream()
                .filter(identifier -> NHS_NUMBER.equals(identifier.getSystem()))
                .toList();
        boolean verified = numbers.size() == 1
                && NhsNumber.parse(numbers.get(0).getValue()).isPresent()
                && "01".equals(code(numbers.get(0)));
        if (!verified) {
            problems.add(url + ": needs exactly one valid and verified NHS number");
        }
    }

    private static String code(Identifier number) {
        return number.getExtensionByUrl(VERIFICATION) == null
                ? ""
                : ((CodeableConcept) number.getExtensionByUrl(VERIFICATION).getValue())
                        .getCodingFirstRep()
                        .getCode();
    }

    /** Elements that FHIR requires are there, and relative references lead somewhere. */
    private static void checkElements(String path, Base element, Set<String> known, List<String> problems) {
        if (element instanceof Reference reference
                && reference.hasReference()
                && !known.contains(reference.getReference())) {
            problems.add(path + ": refers to " + reference.getReference() + ", which is nowhere");
        }
        for (Property property : element.children()) {
            if (property.getMinCardinality() > 0 && property.getValues().isEmpty()) {
                problems.add(path + "." + property.getName() + ": is required");
            }
            property.getValues()
                    .forEach(value -> checkElements(path + "." + property.getName(), value, known, problems));
        }
    }
}
