package uk.gov.warwickshire.gateway.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of decisions.csv, which people read: situation, then outcome. */
class DecisionTableTest {

    static List<DecisionCase> cases() throws IOException {
        try (InputStream in = DecisionTableTest.class.getResourceAsStream("/disclosure/decisions.csv");
                CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(in)) {
            return DecisionCase.all(rows.stream().toList());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void decides_as_the_table_says(DecisionCase given) {
        DisclosurePolicy policy = TestPolicies.VARIANTS.get(given.text("policy"));

        Verdict verdict =
                new Judge(policy, given.agreements()).judge(given.disclosure(), given.facts(), DecisionCase.NOW);

        assertThat(verdict.outcome()).isEqualTo(Outcome.valueOf(given.text("outcome")));
        assertThat(verdict.reasons().get(0)).isEqualTo(Reason.valueOf(given.text("headline")));
        assertThat(verdict.reasons()).isEqualTo(given.reasons());
        assertThat(verdict.leftOut())
                .extracting(left -> left.resource().category().code() + ":" + left.reason())
                .isEqualTo(given.words("leftOut"));
    }
}
