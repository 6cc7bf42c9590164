package uk.gov.warwickshire.gateway.disclosure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.gov.warwickshire.gateway.common.Destination;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/** Policy and agreements, read once: a mistake in either stops the start. */
@Configuration(proxyBeanMethods = false)
class DisclosureConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(DisclosureConfiguration.class);

    @Bean
    DisclosurePolicy disclosurePolicy(GatewaySettings settings) {
        return PolicyReader.read(settings.policy());
    }

    @Bean
    Agreements agreements(GatewaySettings settings, DisclosurePolicy policy, Clock clock) {
        Map<String, Set<String>> areas = settings.icr().regions().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        region -> Set.copyOf(region.getValue().postcodeAreas())));
        Agreements agreements = new AgreementsReader(policy, areas).read(settings.agreements());
        LocalDate today = LocalDate.ofInstant(clock.instant(), Judge.ZONE);
        if (agreements.inForce(Destination.CP_IS, Optional.empty(), today).isEmpty()) {
            LOG.error("No agreement on CP-IS is in force: children at risk will NOT be shown to hospitals");
        }
        LOG.info("Disclosure policy {}, agreements {}", policy.version(), agreements.version());
        return agreements;
    }
}
