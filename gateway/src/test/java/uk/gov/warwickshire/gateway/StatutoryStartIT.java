package uk.gov.warwickshire.gateway;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import uk.gov.warwickshire.gateway.demo.data.SyntheticFamilies;
import uk.gov.warwickshire.gateway.testing.GatewayProcess;
import uk.gov.warwickshire.gateway.testing.GatewayTrial;
import uk.gov.warwickshire.gateway.testing.TrialDatabase;

/** The packaged gateway does not start with a policy by which an opt-out would keep a child from CP-IS. */
class StatutoryStartIT {

    @TempDir
    Path folder;

    @Test
    void anOptOutThatWouldSuppressCpIsStopsTheStart() throws Exception {
        assumeThat(GatewayProcess.isPackaged())
                .as("target/gateway.jar: run `mvn verify` or package first")
                .isTrue();
        String shipped = new ClassPathResource("disclosure-policy.yaml").getContentAsString(StandardCharsets.UTF_8);
        Path policy = Files.writeString(
                folder.resolve("policy.yaml"),
                shipped.replaceFirst("national-opt-out: record", "national-opt-out: withhold"));
        TrialDatabase database = TrialDatabase.ofServer();
        TrialDatabase withPolicy = new TrialDatabase(
                Map.of(
                        "spring.datasource.url",
                        database.settings().get("spring.datasource.url"),
                        "gateway.policy",
                        "file:" + policy),
                database.jdbc(),
                database.resource());
        SyntheticFamilies families = new SyntheticFamilies(41, 60, Clock.systemUTC());

        assertThatThrownBy(() -> new GatewayTrial(folder, withPolicy, families, Optional.empty()).close())
                .hasMessageContaining("CP-IS is statutory, no choice may hide a child at risk")
                .hasMessageContaining("national-opt-out");
        database.close();
    }
}
