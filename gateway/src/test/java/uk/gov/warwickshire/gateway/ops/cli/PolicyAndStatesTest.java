package uk.gov.warwickshire.gateway.ops.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/** Commands that need nothing but what is shipped, and a file. */
class PolicyAndStatesTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            states                        | PENDING   CLEARED
            states --graph                | digraph delivery {
            states cp-is-file --graph     | digraph cpis_file {
            states cp-is-upload --graph   | digraph cpis_upload {
            states cp_is_file --mermaid   | WRITTEN --> SENDING : its turn to be handed to MESH
            policy show                   | cp-is
            """)
    void show(String line, String words) {
        Ran ran = Ran.of(line.split(" "));

        assertThat(ran.err()).isEmpty();
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out().replaceAll(" {2,}", "   ")).contains(words);
    }

    @Test
    void aPolicyIsCheckedAsTheStartWould() throws IOException {
        String shipped = new ClassPathResource("disclosure-policy.yaml").getContentAsString(StandardCharsets.UTF_8);
        Path good = Files.writeString(folder.resolve("good.yaml"), shipped);
        Path bad = Files.writeString(
                folder.resolve("bad.yaml"),
                shipped.replaceFirst("national-opt-out: record", "national-opt-out: withhold"));

        assertThat(Ran.of("policy", "check", good.toString()).exitCode()).isZero();
        assertThat(JsonMapper.shared()
                        .readTree(Ran.of("policy", "check", good.toString(), "--json")
                                .out())
                        .at("/rules/cp-is/nationalOptOut")
                        .asString())
                .isEqualTo("RECORD");
        assertThat(Ran.of("policy", "check", bad.toString()))
                .satisfies(ran -> assertThat(ran.exitCode()).isEqualTo(1))
                .satisfies(ran -> assertThat(ran.err()).contains("CP-IS is statutory", "bad.yaml"));
        assertThat(Ran.of("policy", "check", "no-such.yaml").err()).contains("There is no file no-such.yaml.");
        assertThat(Ran.of("policy").exitCode()).isEqualTo(2);
    }
}
