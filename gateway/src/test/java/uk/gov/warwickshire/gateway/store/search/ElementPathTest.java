package uk.gov.warwickshire.gateway.store.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The quick way must give what FHIRPath gives, for every search parameter served and every resource of the records. */
class ElementPathTest {

    private static final List<Resource> RESOURCES = Stream.of("amelie", "ben", "chloe", "directory")
            .flatMap(file -> SearchRecords.resources(file).stream())
            .toList();

    static Stream<SearchParameterDefinition> parameters() {
        return ServedTypes.ALL.stream().flatMap(type -> SearchRecords.PARAMETERS.of(type).stream());
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void givesWhatFhirPathGives(SearchParameterDefinition parameter) {
        Extraction proper = new FhirPathExtraction(SearchRecords.FHIR, parameter.expression());
        List<Extraction> quick = ResourceIndexer.extractions(SearchRecords.FHIR, parameter.expression());

        for (Resource resource : RESOURCES) {
            if (resource.fhirType().equals(parameter.base())) {
                List<Base> found = new ArrayList<>();
                quick.forEach(extraction -> found.addAll(extraction.of(resource)));
                List<Base> expected = proper.of(resource);
                assertThat(found).hasSameSizeAs(expected);
                for (int i = 0; i < found.size(); i++) {
                    assertThat(found.get(i).equalsDeep(expected.get(i))).isTrue();
                }
            }
        }
    }

    static Stream<Patient> deceasedOrNot() {
        return Stream.of(
                new Patient(),
                new Patient().setDeceased(new BooleanType(true)),
                new Patient().setDeceased(new BooleanType(false)),
                new Patient().setDeceased(new DateTimeType("2026-02-01")));
    }

    @ParameterizedTest
    @MethodSource("deceasedOrNot")
    void deceasedIsABooleanOrADate(Patient patient) {
        String expression = "Patient.deceased.exists() and Patient.deceased != false";

        assertThat(ElementPathReader.read(expression).orElseThrow().of(patient))
                .singleElement()
                .extracting(Base::primitiveValue)
                .isEqualTo(new FhirPathExtraction(SearchRecords.FHIR, expression)
                        .of(patient)
                        .get(0)
                        .primitiveValue());
    }

    @Test
    void noneThatIsServedNeedsFhirPathProper() {
        assertThat(parameters()
                        .flatMap(parameter -> ElementPathReader.alternatives(parameter.expression()).stream())
                        .filter(expression -> ElementPathReader.read(expression).isEmpty()))
                .isEmpty();
    }
}
