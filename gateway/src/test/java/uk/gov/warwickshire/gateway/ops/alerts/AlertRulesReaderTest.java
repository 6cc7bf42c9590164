package uk.gov.warwickshire.gateway.ops.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import uk.gov.warwickshire.gateway.common.InvalidFileException;

class AlertRulesReaderTest {

    private static final ClassPathResource SHIPPED = new ClassPathResource("alert-rules.yaml");

    @Test
    void the_shipped_rules_use_every_kind() {
        AlertRules rules = AlertRulesReader.read(SHIPPED);

        assertThat(rules.all().stream().map(AlertRule::kind).collect(Collectors.toSet()))
                .isEqualTo(Set.copyOf(Arrays.asList(AlertKind.values())));
        assertThat(rules.named("cp-is-cannot-be-sent").orElseThrow().time()).isEqualTo(Duration.ofHours(4));
        assertThat(rules.named("region-down").orElseThrow().repeatAfter()).isEqualTo(Duration.ofHours(4));
    }

    /** A shipped file in which one thing is changed. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kind: disk-space                       | kind: disc-space                     | `kind` is one of
            below-percent: 10                      | below-percent: 101                   | whole number from 0 to 100
            below-percent: 10                      | more-than: 10                        | unknown key `more-than`
            , below-percent: 10                    | ''                                   | `below-percent` is missing
            name: disk-space                       | name: dead-letters                   | there is a rule `dead-letters` already
            name: disk-space                       | name: Disk Space                     | lower-case words with hyphens
            longer-than: 8h                        | longer-than: long                    | is a time like
            repeat-after: 4h                       | repeat-after: never                  | is a time like
            more-than: 0, severity: warning        | more-than: 0, severity: loud         | `severity` is critical or warning
            alarm: withheld                        | alarm: file-stopped                  | no rule of kind cp-is-alarm is about `withheld`
            """)
    void a_mistake_is_refused_with_its_line(String right, String wrong, String words) throws Exception {
        String shipped = SHIPPED.getContentAsString(StandardCharsets.UTF_8);
        assertThat(shipped).contains(right);

        assertThatThrownBy(() -> AlertRulesReader.read(named(shipped.replaceFirst(right, wrong))))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageMatching("(?s)rules.yaml, line \\d+: .*")
                .hasMessageContaining(words);
    }

    private static ByteArrayResource named(String content) {
        return new ByteArrayResource(content.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return "rules.yaml";
            }
        };
    }
}
