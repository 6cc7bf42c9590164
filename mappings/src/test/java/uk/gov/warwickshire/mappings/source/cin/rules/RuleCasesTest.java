package uk.gov.warwickshire.mappings.source.cin.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.gov.warwickshire.mappings.record.Rejection;
import uk.gov.warwickshire.mappings.source.cin.CensusFiles;
import uk.gov.warwickshire.mappings.source.cin.EditedCensus;

/** Every published rule, broken and kept at least once. */
class RuleCasesTest {

    record Case(String rule, String breaks, String keeps) {
        @Override
        public String toString() {
            return rule + " broken by " + (breaks.isEmpty() ? "the base" : breaks);
        }
    }

    static List<Case> cases() throws IOException {
        try (InputStream in = RuleCasesTest.class.getResourceAsStream("/source/cin/rule-cases.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\\|", -1))
                    .map(parts -> new Case(parts[0], parts[1].strip(), parts[2].strip()))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aRuleIsReportedWhereItIsBrokenAndNotWhereItIsKept(Case one) throws Exception {
        List<Rejection> broken = CensusFiles.read(EditedCensus.of(one.breaks())).findings();
        List<Rejection> kept = CensusFiles.read(EditedCensus.of(one.keeps())).findings();

        Rule rule = RuleBook.PUBLISHED.rule(one.rule());
        assertThat(broken)
                .filteredOn(f -> f.code().equals(one.rule()))
                .isNotEmpty()
                .allSatisfy(f -> {
                    assertThat(f.severity()).isEqualTo(rule.severity());
                    assertThat(f.message()).isEqualTo(rule.message());
                    assertThat(f.field()).isPresent();
                });
        assertThat(kept).extracting(Rejection::code).doesNotContain(one.rule());
    }

    @Test
    void everyPublishedRuleHasItsCase() throws IOException {
        Set<String> tested = cases().stream().map(Case::rule).collect(Collectors.toSet());

        assertThat(RuleBook.PUBLISHED.all()).hasSize(109).extracting(Rule::code).allMatch(tested::contains);
    }

    @Test
    void theBaseBreaksNoRuleAboutAChild() throws Exception {
        assertThat(CensusFiles.read(EditedCensus.of("")).codes()).containsExactly("2887Q", "2888Q");
    }

    @Test
    void aQueryIsNoError() {
        assertThat(Stream.of("4012Q", "8925").map(RuleBook.PUBLISHED::rule).map(Rule::severity))
                .containsExactly(Rejection.Severity.QUERY, Rejection.Severity.ERROR);
    }
}
