package uk.gov.warwickshire.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

class ProfilePackageTest {

    private static final FhirContext CONTEXT = FhirContext.forR4Cached();

    private final ProfilePackage profiles = ProfilePackage.load(CONTEXT, "https://fhir.other.example");

    @Test
    void contentsNameEveryFileOfTheFolder() throws IOException {
        Path folder = Path.of("src/main/resources/package");
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json") && !name.equals("package.json"))
                    .sorted()
                    .toList();
            assertThat(Files.readAllLines(folder.resolve("contents.txt"))).isEqualTo(names);
        }
    }

    @Test
    void everyOwnAddressIsTheCouncilsOwn() {
        for (Resource resource : profiles.resources()) {
            assertThat(((MetadataResource) resource).getUrl())
                    .isEqualTo("https://fhir.other.example/%s/%s"
                            .formatted(
                                    resource.fhirType(), resource.getIdElement().getIdPart()));
            assertThat(CONTEXT.newJsonParser().encodeResourceToString(resource))
                    .doesNotContain(ProfilePackage.PUBLISHED_BASE);
        }
    }

    @Test
    void everyListAndMapIsValid() {
        for (Resource resource : profiles.resources()) {
            if (resource instanceof CodeSystem codeSystem) {
                CodeList.of(codeSystem);
            } else if (resource instanceof ConceptMap conceptMap) {
                Translation.of(conceptMap);
            }
        }
    }

    @Test
    void everySourceCodeOfAMapIsInItsCodeSystem() {
        for (String[] pair : new String[][] {
            {"dfe-ethnicity-to-nhs", "dfe-ethnicity"},
            {"dfe-abuse-category-to-nhs", "dfe-abuse-category"},
            {"plan-type-to-snomed", "plan-type"}
        }) {
            CodeSystem codes = profiles.resource(CodeSystem.class, pair[1]);
            assertThat(profiles.resource(ConceptMap.class, pair[0])
                            .getGroupFirstRep()
                            .getElement())
                    .extracting(element -> element.getCode())
                    .containsExactlyInAnyOrderElementsOf(codes.getConcept().stream()
                            .map(concept -> concept.getCode())
                            .toList());
        }
    }

    @Test
    void translatesAndKeepsNothingForUnmatched() {
        Translation ethnicity = Translation.of(profiles.resource(ConceptMap.class, "dfe-ethnicity-to-nhs"));
        Translation abuse = Translation.of(profiles.resource(ConceptMap.class, "dfe-abuse-category-to-nhs"));

        assertThat(ethnicity.translate("CHNE")).extracting(Coding::getCode).containsExactly("R");
        assertThat(abuse.translate("MUL")).isEmpty();
        assertThat(abuse.translate("no such code")).isEmpty();
    }

    @Test
    void refusesAnInvalidMapWithItsPlace() {
        ConceptMap map =
                profiles.resource(ConceptMap.class, "plan-type-to-snomed").copy();
        map.getGroupFirstRep().getElement().get(1).getTargetFirstRep().setCode(null);

        assertThatThrownBy(() -> Translation.of(map))
                .isInstanceOf(ProfileException.class)
                .hasMessageStartingWith("ConceptMap/plan-type-to-snomed group[0].element[1]: ");
    }

    @Test
    void refusesACodeThatIsThereTwice() {
        ConceptMap map =
                profiles.resource(ConceptMap.class, "plan-type-to-snomed").copy();
        map.getGroupFirstRep()
                .addElement(map.getGroupFirstRep().getElementFirstRep().copy());

        assertThatThrownBy(() -> Translation.of(map)).hasMessageContaining("element[5]: the code is there twice");
    }
}
