package uk.gov.warwickshire.gateway.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A control that is held by no test is a hope: every test that the documents name is there. */
class HazardLogTest {

    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+(?:Test|IT))(?:#(\\w+))?`");
    private static final Pattern HAZARD = Pattern.compile("(?m)^\\| (H\\d\\d) \\|(.*)$");
    private static final Pattern RISK = Pattern.compile("(\\d)×(\\d)=(\\d+)");

    @ParameterizedTest
    @ValueSource(strings = {"docs/hazard-log.md", "docs/operating.md"})
    void everyNamedTestIsThere(String document) throws IOException {
        Map<String, String> tests = tests();
        List<String> missing = new ArrayList<>();
        int named = 0;
        Matcher name = NAMED.matcher(Files.readString(Path.of(document)));
        while (name.find()) {
            named++;
            String source = tests.getOrDefault(name.group(1), "");
            boolean found = !source.isEmpty() && (name.group(2) == null || source.contains(" " + name.group(2) + "("));
            if (!found) {
                missing.add(name.group());
            }
        }

        assertThat(named).as("tests named in %s", document).isGreaterThan(15);
        assertThat(missing).as("named in %s and not there", document).isEmpty();
    }

    @Test
    void everyHazardHasAControlThatATestHoldsAndARiskThatDoesNotRise() throws IOException {
        int hazards = 0;
        Matcher row = HAZARD.matcher(Files.readString(Path.of("docs/hazard-log.md")));
        while (row.find()) {
            hazards++;
            List<Integer> risks = new ArrayList<>();
            Matcher risk = RISK.matcher(row.group(2));
            while (risk.find()) {
                assertThat(Integer.parseInt(risk.group(1)) * Integer.parseInt(risk.group(2)))
                        .as(row.group(1))
                        .isEqualTo(Integer.parseInt(risk.group(3)));
                risks.add(Integer.parseInt(risk.group(3)));
            }
            assertThat(NAMED.matcher(row.group(2)).find())
                    .as("%s names a test", row.group(1))
                    .isTrue();
            assertThat(risks).as("%s before and after", row.group(1)).hasSize(2);
            assertThat(risks.get(1)).as(row.group(1)).isLessThan(risks.get(0));
        }

        assertThat(hazards).isGreaterThanOrEqualTo(25);
    }

    /** Source of every test class of all modules, by simple name. */
    private static Map<String, String> tests() throws IOException {
        Map<String, String> tests = new HashMap<>();
        for (String module : List.of("../gateway", "../mappings", "../fhir-profiles")) {
            try (Stream<Path> files = Files.walk(Path.of(module, "src", "test"))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    tests.merge(
                            String.valueOf(file.getFileName()).replace(".java", ""),
                            Files.readString(file),
                            String::concat);
                }
            }
        }
        return tests;
    }
}
