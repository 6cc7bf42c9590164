package uk.gov.warwickshire.gateway.ops.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineInterfaceTest {

    @ParameterizedTest
    @CsvSource({"coverage, true", "--help, true", "-V, true", "--spring.profiles.active=demo, false", "--debug, false"})
    void onlyACommandKeepsTheServerFromStarting(String first, boolean command) {
        assertThat(CommandLineInterface.takes(first, "x")).isEqualTo(command);
        assertThat(CommandLineInterface.takes()).isFalse();
    }

    @Test
    void helpNamesTheCommandsAndTheExitCodes() {
        Ran help = Ran.of("help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).contains("version", "0   done, nothing found", "2   wrong usage");
        assertThat(help.err()).isEmpty();
    }

    @Test
    void anUnknownCommandIsWrongUsage() {
        Ran unknown = Ran.of("deliver-everything");

        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.out()).isEmpty();
        assertThat(unknown.err()).contains("Unmatched argument", "deliver-everything");
    }

    @Test
    void versionSaysWhichBuildAndJava() {
        Ran version = Ran.of("version");

        assertThat(version.exitCode()).isZero();
        assertThat(version.out()).startsWith("gateway ").contains("Java " + Runtime.version());
        assertThat(Ran.of("--version").out()).isEqualTo(version.out());
    }
}
