package uk.gov.warwickshire.gateway.ops.console.messages;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import uk.gov.warwickshire.gateway.ops.console.ConsoleRole;
import uk.gov.warwickshire.gateway.ops.console.ConsoleSection;

/** Messages in the navigation; who may act is asked again with each act. */
@Configuration(proxyBeanMethods = false)
class MessagesSection {

    @Bean
    @Order(15)
    ConsoleSection messagesPages() {
        return new ConsoleSection(
                "Messages",
                "/console/messages",
                Set.of(
                        ConsoleRole.ENGINEER,
                        ConsoleRole.INFORMATION_GOVERNANCE,
                        ConsoleRole.SAFEGUARDING_LEAD,
                        ConsoleRole.AUDITOR));
    }
}
