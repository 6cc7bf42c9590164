package uk.gov.warwickshire.gateway.ops.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The packaged jar as a shell starts it. */
class PackagedCommandLineIT {

    private static final Path JAR = Path.of("target/gateway.jar");

    @Test
    void aCommandRunsWithoutTheServerAndItsExitCodeReachesTheShell() throws IOException, InterruptedException {
        assertThat(run("version")).startsWith("0 gateway ").doesNotContain("Spring", "DEBUG", "INFO");
        assertThat(run("mapping-tables")).startsWith("0 # Mapping tables");
        assertThat(run("coverage", "no-such.zip")).startsWith("1 There is no file no-such.zip.");
        assertThat(run("no-such-command")).startsWith("2 Unmatched argument");
    }

    private static String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return process.exitValue() + " " + output;
    }
}
