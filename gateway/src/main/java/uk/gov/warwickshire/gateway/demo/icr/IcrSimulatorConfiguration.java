package uk.gov.warwickshire.gateway.demo.icr;

import ca.uhn.fhir.context.FhirContext;
import java.util.TreeMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/** One simulated record for each region of the settings. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class IcrSimulatorConfiguration {

    /** A class of its own, since a plain map of beans would be filled by Spring. */
    static final class Regions extends TreeMap<String, SimulatedRegion> {
        private static final long serialVersionUID = 1L;
    }

    @Bean
    Regions icrRegions(GatewaySettings settings) {
        FhirContext fhir = FhirContext.forR4Cached();
        Regions regions = new Regions();
        settings.icr().regions().keySet().forEach(name -> regions.put(name, new SimulatedRegion(fhir)));
        return regions;
    }
}
