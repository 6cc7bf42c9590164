package uk.gov.warwickshire.gateway.demo.cpis;

import java.time.Duration;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import uk.gov.warwickshire.gateway.demo.data.SyntheticFamilies;
import uk.gov.warwickshire.gateway.demo.mesh.SimulatedMailbox;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/** CP-IS of the demo, behind the simulated MESH. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class CpIsSimulatorConfiguration {

    private static final Duration DELAY = Duration.ofMillis(200);

    @Bean
    CpIsService cpIsService(
            GatewaySettings settings,
            SyntheticFamilies families,
            @Value("${demo.secret.mailbox-service}") String password) {
        GatewaySettings.CpIs cpIs = settings.cpIs();
        SimulatedMailbox mailbox = new SimulatedMailbox(cpIs.recipientMailbox(), password, Set.of(cpIs.workflowId()));
        return new CpIsService(
                mailbox,
                cpIs.workflowId(),
                new DemoBehaviour(families.numbersAtRisk(), families.unusedNumber()),
                DELAY);
    }
}
