package uk.gov.warwickshire.gateway.store.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;
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

    @Test
    void nearlyAllArePlainPaths() {
        List<String> others = parameters()
                .flatMap(parameter -> ElementPathReader.alternatives(parameter.expression()).stream())
                .filter(expression -> ElementPathReader.read(expression).isEmpty())
                .toList();

        assertThat(others)
                .containsExactlyInAnyOrder(
                        "Patient.deceased.exists() and Patient.deceased != false",
                        "CareTeam.participant.where(extension("
                                + "'https://fhir.warwickshire.gov.uk/StructureDefinition/key-worker').value = true).member");
    }
}
