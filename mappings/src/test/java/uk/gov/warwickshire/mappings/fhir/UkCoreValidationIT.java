package uk.gov.warwickshire.mappings.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.gov.warwickshire.mappings.cases.ChildRecords;

/** Every resource of the golden cases is valid UK Core; and the validator does find what is not. */
class UkCoreValidationIT {

    private static FhirValidator validator;

    @BeforeAll
    static void loadProfiles() {
        assumeTrue(
                UkCore.isPresent(), "skipped: ../shared/data/ukcore is not there, so no profile to validate against");
        validator = UkCore.validator();
    }

    static Stream<String> cases() {
        return ChildRecords.cases().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyResourceIsValid(String name) {
        FhirRecord mapped = Mapping.MAPPER.map(ChildRecords.cases().get(name));
        for (MappedResource resource : mapped.resources()) {
            assertThat(errors(resource.resource()))
                    .as("%s of %s", resource.type(), name)
                    .isEmpty();
        }
    }

    /** The extensions are proved by their use: to check a definition itself the validator wants packages from the net. */
    @Test
    void ourListsAndMapsAreValid() {
        for (Resource resource : Mapping.PROFILES.resources()) {
            if (resource instanceof StructureDefinition) {
                continue;
            }
            assertThat(errors(resource)).as(resource.getId()).isEmpty();
        }
    }

    @Test
    void findsAWrongVerificationStatus() {
        Patient patient = patient();
        CodeableConcept status = (CodeableConcept)
                patient.getIdentifierFirstRep().getExtensionFirstRep().getValue();
        status.getCodingFirstRep().setCode("77");

        assertThat(errors(patient)).isNotEmpty();
    }

    @Test
    void findsACodeThatIsNotInOurLists() {
        Patient patient = patient();
        patient.getMeta().addTag(new Coding(Mapping.SETTINGS.baseUri() + "/CodeSystem/record-marker", "no", "no"));

        assertThat(errors(patient)).isNotEmpty();
    }

    @Test
    void findsAWrongValueInOurExtensions() {
        Patient patient = patient();
        patient.addExtension(
                Mapping.SETTINGS.baseUri() + "/StructureDefinition/expected-birth-date", new CodeType("soon"));

        assertThat(errors(patient)).isNotEmpty();
    }

    private static Patient patient() {
        FhirRecord mapped = Mapping.MAPPER.map(ChildRecords.cases().get("child-in-need"));
        return ((Patient) mapped.resources().get(0).resource()).copy();
    }

    private static List<String> errors(Resource resource) {
        String json = Mapping.CONTEXT.newJsonParser().encodeResourceToString(resource);
        return validator.validateWithResult(json).getMessages().stream()
                .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                .map(SingleValidationMessage::toString)
                .toList();
    }
}
