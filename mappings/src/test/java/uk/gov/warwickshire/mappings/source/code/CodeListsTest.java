package uk.gov.warwickshire.mappings.source.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import uk.gov.warwickshire.mappings.record.Coded;

class CodeListsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SEX|M|M",
                "SEX|f|F",
                "SEX|1|M",
                "SEX|2|F",
                "SEX|9|U",
                "SEX|0|U",
                "SEX|Female|F",
                "SEX|b) Female|F",
                "ETHNICITY|CNHE|CHNE",
                "ETHNICITY|White - British|WBRI",
                "ETHNICITY|white & asian|MWAS",
                "ETHNICITY|A1|",
                "ETHNICITY|Gypsy / Roma|WROM",
                "LEGAL_STATUS|C2|C2",
                "LEGAL_STATUS|Full care order|C2",
                "LEGAL_STATUS|C1 Interim Care Order|C1",
                "LEGAL_STATUS|V2 - Section 20|V2",
                "LEGAL_STATUS|Special Guardianship Order|",
                "LEGAL_STATUS|Care order discharged|",
                "CATEGORY_OF_NEED|N1 - Abuse or neglect|N1",
                "CATEGORY_OF_NEED|n4|N4",
                "CATEGORY_OF_ABUSE|Emotional  Abuse|EMO",
                "CATEGORY_OF_ABUSE|NEG Neglect|NEG",
                "CATEGORY_OF_ABUSE|Neglect, emotional abuse|",
                "REASON_NEW_EPISODE|S Started to be looked after|S",
                "REASON_NEW_EPISODE|P|P",
                "PLACEMENT_CHANGE_REASON|Close to school|",
                "PLACEMENT_CHANGE_REASON|CARPL: Change to care plan|CARPL",
                "CARE_LEAVER_IN_TOUCH|No longer sure|",
                "CARE_LEAVER_IN_TOUCH|yes|YES",
                "CARE_LEAVER_ELIGIBILITY|former relevant|Former Relevant",
                "PLACEMENT_TYPE|Z12|Z12",
                "PLACEMENT_TYPE|Other placement|",
                "ASSESSMENT_FACTOR|18b|18B",
                "REFERRAL_SOURCE|10|10",
                "REFERRAL_SOURCE|3E: A&E|3E"
            })
    void readsCodeOrWordingAndGuessesNothing(CodeList list, String text, String code) {
        Coded read = CodeLists.STANDARD.read(list, text);
        assertThat(read.code().orElse(null)).isEqualTo(code);
        assertThat(read.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @EnumSource
    void everyListIsThere(CodeList list) {
        assertThat(CodeLists.STANDARD.codeOf(list, "no such wording")).isEmpty();
    }
}
