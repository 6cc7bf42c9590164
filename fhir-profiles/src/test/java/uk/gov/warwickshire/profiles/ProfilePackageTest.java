package uk.gov.warwickshire.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfilePackageTest {

    private static final FhirContext CONTEXT = FhirContext.forR4Cached();

    private final ProfilePackage profiles = ProfilePackage.load(CONTEXT, "https://fhir.other.example");

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

    @ParameterizedTest
    @CsvSource({
        "dfe-ethnicity-to-nhs, dfe-ethnicity",
        "dfe-abuse-category-to-nhs, dfe-abuse-category",
        "dfe-legal-status-to-cp-is, dfe-legal-status",
        "dfe-referral-source-to-snomed, dfe-referral-source",
        "dfe-sex-to-fhir, dfe-sex",
        "gender-identity-to-fhir, gender-identity",
        "relationship-to-uk-core, relationship",
        "plan-type-to-snomed, plan-type"
    })
    void aMapSaysSomethingOfEveryCodeOfItsList(String map, String list) {
        CodeSystem codes = profiles.resource(CodeSystem.class, list);

        List<String> mapped = profiles.resource(ConceptMap.class, map).getGroup().stream()
                .flatMap(group -> group.getElement().stream())
                .map(element -> element.getCode())
                .toList();

        assertThat(mapped)
                .containsExactlyInAnyOrderElementsOf(codes.getConcept().stream()
                        .map(concept -> concept.getCode())
                        .toList());
    }

    @Test
    void translatesAndKeepsNothingForUnmatched() {
        Translation ethnicity = Translation.of(profiles.resource(ConceptMap.class, "dfe-ethnicity-to-nhs"));
        Translation abuse = Translation.of(profiles.resource(ConceptMap.class, "dfe-abuse-category-to-nhs"));
        Translation relationship = Translation.of(profiles.resource(ConceptMap.class, "relationship-to-uk-core"));

        assertThat(ethnicity.translate("CHNE")).extracting(Coding::getCode).containsExactly("R");
        assertThat(abuse.translate("MUL")).isEmpty();
        assertThat(abuse.knows("MUL")).isTrue();
        assertThat(abuse.knows("no such code")).isFalse();
        assertThat(relationship.translate("guardian"))
                .extracting(Coding::getCode)
                .containsExactly("Guardian");
    }
}
