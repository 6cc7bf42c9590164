package uk.gov.warwickshire.gateway.optout;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;
import uk.gov.warwickshire.gateway.settings.GatewaySettings.Mesh.Mailbox;

/** Checks the settings of the register at start. */
@Configuration(proxyBeanMethods = false)
class OptOutConfiguration {

    @Bean
    OptOutRules optOutRules(GatewaySettings settings, Clock clock) {
        Mailbox mailbox = settings.mesh().mailboxes().get(OptOutMailbox.NAME);
        if (mailbox == null) {
            throw new IllegalStateException("gateway.mesh.mailboxes.opt-out is not set");
        }
        return new OptOutRules(settings.optOut(), mailbox.id(), settings.allowTestNumbers(), clock);
    }
}
