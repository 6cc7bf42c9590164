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

/** The files of policy and agreements that the settings name: a mistake in either stops the start. */
@Configuration(proxyBeanMethods = false)
class DisclosureConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(DisclosureConfiguration.class);

    @Bean
    StartTerms startTerms(GatewaySettings settings, Clock clock) {
        Map<String, Set<String>> areas = settings.icr().regions().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        region -> Set.copyOf(region.getValue().postcodeAreas())));
        TermsReader reader = new TermsReader(areas);
        TermsText policy = TermsText.of(settings.policy());
        TermsText agreements = TermsText.of(settings.agreements());
        Terms terms = reader.read(policy, agreements);
        LocalDate today = LocalDate.ofInstant(clock.instant(), Judge.ZONE);
        if (terms.agreements()
                .inForce(Destination.CP_IS, Optional.empty(), today)
                .isEmpty()) {
            LOG.error("No agreement on CP-IS is in force: children at risk will NOT be shown to hospitals");
        }
        return new StartTerms(policy, agreements, terms, reader);
    }
}
