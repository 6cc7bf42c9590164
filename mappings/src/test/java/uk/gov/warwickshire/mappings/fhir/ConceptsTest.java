package uk.gov.warwickshire.mappings.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.gov.warwickshire.mappings.record.Coded;

class ConceptsTest {

    private final Concepts concepts = new Concepts(Mapping.PROFILES);

    @Test
    void wordsAKnownCodeAsItsListDoes() {
        CodeableConcept concept = concepts.of("dfe-primary-need", Coded.of("N1", "abuse, see file of A. Smith"));

        assertThat(concept.getCodingFirstRep().getDisplay()).isEqualTo("Abuse or neglect");
        assertThat(concept.getText()).isEqualTo("Abuse or neglect");
    }

    @Test
    void keepsTheWordsOfAnUnknownValue() {
        CodeableConcept concept = concepts.of("dfe-legal-status", Coded.textOnly("Special guardianship order"));

        assertThat(concept.getCoding()).isEmpty();
        assertThat(concept.getText()).isEqualTo("Special guardianship order");
    }

    @Test
    void dropsWhatIsTooLongOrHasLinesForAListValue() {
        assertThat(concepts.of("dfe-legal-status", Coded.textOnly("x".repeat(101)))
                        .isEmpty())
                .isTrue();
        assertThat(concepts.of("dfe-legal-status", Coded.textOnly("Said:\nno")).isEmpty())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"WBRI, A", "WROM, C", "WIRT, C", "CHNE, R", "REFU, Z", "NOBT, 99"})
    void putsTheNhsCategoryBeforeTheDfeOne(String dfe, String nhs) {
        assertThat(concepts.ethnicity(Coded.of(dfe, dfe)).getCoding())
                .extracting(Coding::getCode)
                .containsExactly(nhs, dfe);
    }

    @ParameterizedTest
    @CsvSource({"Social Worker, R1330", "senior social worker , R9520", "TEAM MANAGER, R9515"})
    void findsTheJobRoleOfATitle(String title, String role) {
        assertThat(concepts.jobRole(title).getCoding())
                .extracting(Coding::getCode)
                .containsExactly(role);
    }

    @Test
    void saysNoJobRoleItCannotKnow() {
        assertThat(concepts.jobRole("Independent Reviewing Officer").getCoding())
                .isEmpty();
    }

    @Test
    void multipleAbuseHasNoNhsCode() {
        assertThat(concepts.abuseCategory(Coded.of("MUL", "Multiple")).getCoding())
                .extracting(Coding::getCode)
                .containsExactly("MUL");
    }

    @Test
    void anOwnCodeMustExist() {
        assertThatThrownBy(() -> concepts.own("activity", "no-such")).hasMessageContaining("activity");
    }
}
