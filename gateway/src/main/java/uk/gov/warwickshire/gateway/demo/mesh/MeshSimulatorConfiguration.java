package uk.gov.warwickshire.gateway.demo.mesh;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/** The simulated MESH with the gateway's own mailboxes and every {@link MeshService} there is. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class MeshSimulatorConfiguration {

    private static final Duration DELAY = Duration.ofMillis(500);

    @Bean
    SimulatedMesh simulatedMesh(GatewaySettings settings, ObjectProvider<MeshService> services, Clock clock) {
        Set<String> workflows = Set.of(
                settings.optOut().workflowId(),
                settings.cpIs().workflowId(),
                settings.cpIs().workflowId() + "_ACK");
        List<SimulatedMailbox> mailboxes = settings.mesh().mailboxes().values().stream()
                .map(mailbox -> new SimulatedMailbox(mailbox.id(), mailbox.password(), workflows))
                .toList();
        return new SimulatedMesh(
                settings.mesh().sharedKey(), mailboxes, services.stream().toList(), clock);
    }

    @Bean
    OptOutCheckService optOutCheckService(
            GatewaySettings settings,
            SimulatedOptOuts optOuts,
            @Value("${demo.secret.mailbox-service}") String password) {
        GatewaySettings.OptOut optOut = settings.optOut();
        SimulatedMailbox mailbox =
                new SimulatedMailbox(optOut.recipientMailbox(), password, Set.of(optOut.workflowId()));
        return new OptOutCheckService(mailbox, optOut.workflowId(), optOuts, DELAY);
    }
}
