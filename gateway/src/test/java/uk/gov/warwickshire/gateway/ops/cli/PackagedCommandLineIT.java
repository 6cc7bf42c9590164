package uk.gov.warwickshire.gateway.ops.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import uk.gov.warwickshire.gateway.testing.TestDatabase;

/** The packaged jar as a shell starts it. */
class PackagedCommandLineIT {

    private static final Path JAR = Path.of("target/gateway.jar");

    @Test
    void aCommandRunsWithoutTheServerAndItsExitCodeReachesTheShell() throws IOException, InterruptedException {
        assertThat(run("version")).startsWith("0 gateway ").doesNotContain("Spring", "DEBUG", "INFO");
        assertThat(run("mapping-tables")).startsWith("0 # Mapping tables");
        assertThat(run("coverage", "no-such.zip")).startsWith("1 There is no file no-such.zip.");
        assertThat(run("no-such-command")).startsWith("2 Unmatched argument");
        assertThat(run("states", "--graph")).startsWith("0 digraph delivery {");
        assertThat(run("policy", "show")).startsWith("0 Policy ").contains("cp-is");
    }

    @Test
    void aCommandAsksTheDatabaseOfTheEnvironmentAndSaysSoWhereThereIsNone() throws IOException, InterruptedException {
        try (TestDatabase database = new TestDatabase()) {
            assertThat(run(Map.of("SPRING_DATASOURCE_URL", database.url()), "health"))
                    .isEqualToIgnoringNewLines("0 Nothing is wrong.");
            assertThat(run(Map.of("SPRING_DATASOURCE_URL", database.url()), "balance", "--json"))
                    .startsWith("0 [");
        }
        assertThat(run(Map.of("SPRING_DATASOURCE_URL", "jdbc:postgresql://localhost:1/none"), "health"))
                .startsWith("1 The gateway's database cannot be reached")
                .doesNotContain("Exception", "\tat ");
    }

    private static String run(String... arguments) throws IOException, InterruptedException {
        return run(Map.of(), arguments);
    }

    private static String run(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return process.exitValue() + " " + output;
    }
}
