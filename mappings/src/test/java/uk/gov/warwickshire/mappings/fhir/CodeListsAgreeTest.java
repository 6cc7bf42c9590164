package uk.gov.warwickshire.mappings.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.CodeSystem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.gov.warwickshire.mappings.source.code.CodeList;

/** A code that a reader finds is a code the package words: otherwise it would leave without its coding. */
class CodeListsAgreeTest {

    @ParameterizedTest
    @EnumSource(CodeList.class)
    void theReadersListIsTheCodeSystem(CodeList list) throws Exception {
        CodeSystem system = Mapping.PROFILES.resource(CodeSystem.class, list.codeSystem());

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
