package uk.gov.warwickshire.mappings.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.CodeSystem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.gov.warwickshire.mappings.source.code.CodeList;

/** A code that a reader finds is a code the package words: otherwise it would leave without its coding. */
class CodeListsAgreeTest {

    private static final Map<CodeList, String> SYSTEMS = Map.ofEntries(
            Map.entry(CodeList.SEX, "dfe-sex"),
            Map.entry(CodeList.GENDER, "gender-identity"),
            Map.entry(CodeList.ETHNICITY, "dfe-ethnicity"),
            Map.entry(CodeList.DISABILITY, "dfe-disability"),
            Map.entry(CodeList.LEGAL_STATUS, "dfe-legal-status"),
            Map.entry(CodeList.CATEGORY_OF_NEED, "dfe-primary-need"),
            Map.entry(CodeList.CATEGORY_OF_ABUSE, "dfe-abuse-category"),
            Map.entry(CodeList.REFERRAL_SOURCE, "dfe-referral-source"),
            Map.entry(CodeList.CLOSURE_REASON, "dfe-closure-reason"),
            Map.entry(CodeList.ASSESSMENT_FACTOR, "dfe-assessment-factor"),
            Map.entry(CodeList.REASON_NEW_EPISODE, "dfe-episode-start-reason"),
            Map.entry(CodeList.REASON_EPISODE_CEASED, "dfe-episode-ceased-reason"),
            Map.entry(CodeList.PLACEMENT_TYPE, "dfe-placement-type"),
            Map.entry(CodeList.PLACEMENT_PROVIDER, "dfe-placement-provider"),
            Map.entry(CodeList.PLACEMENT_CHANGE_REASON, "dfe-placement-change-reason"),
            Map.entry(CodeList.REVIEW_PARTICIPATION, "dfe-review-participation"),
            Map.entry(CodeList.CARE_LEAVER_ELIGIBILITY, "dfe-care-leaver-eligibility"),
            Map.entry(CodeList.CARE_LEAVER_IN_TOUCH, "dfe-care-leaver-in-touch"),
            Map.entry(CodeList.CARE_LEAVER_ACTIVITY, "dfe-care-leaver-activity"),
            Map.entry(CodeList.CARE_LEAVER_ACCOMMODATION, "dfe-care-leaver-accommodation"),
            Map.entry(CodeList.ACCOMMODATION_SUITABILITY, "dfe-accommodation-suitability"));

    @ParameterizedTest
    @EnumSource(CodeList.class)
    void theReadersListIsTheCodeSystem(CodeList list) throws Exception {
        CodeSystem system = Mapping.PROFILES.resource(CodeSystem.class, SYSTEMS.get(list));

        assertThat(readersCodes(list))
                .containsExactlyInAnyOrderElementsOf(system.getConcept().stream()
                        .map(concept -> concept.getCode())
                        .toList());
    }

    private static Set<String> readersCodes(CodeList list) throws Exception {
        try (Reader in = new InputStreamReader(
                        CodeList.class.getResourceAsStream("code-lists.csv"), StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(in)) {
            Set<String> codes = new TreeSet<>();
            for (NamedCsvRecord row : rows) {
                if (row.getField("list").equals(list.name())) {
                    codes.add(row.getField("code"));
                }
            }
            return codes;
        }
    }
}
