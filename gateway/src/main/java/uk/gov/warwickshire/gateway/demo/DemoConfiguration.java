package uk.gov.warwickshire.gateway.demo;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import uk.gov.warwickshire.gateway.demo.data.SyntheticFamilies;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/** The families of the demo; the simulated check service asks them who has opted out. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoConfiguration {

    /** Any number would do; the same one gives the same families at every start. */
    private static final long SEED = 937;

    @Bean
    SyntheticFamilies syntheticFamilies(GatewaySettings settings, Clock clock) {
        return new SyntheticFamilies(SEED, settings.demo().children(), clock);
    }
}
