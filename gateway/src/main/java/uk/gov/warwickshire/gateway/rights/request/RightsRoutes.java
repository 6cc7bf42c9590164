package uk.gov.warwickshire.gateway.rights.request;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.SharedRouteConfiguration;

/** When proof is looked for. */
@Component
class RightsRoutes extends RouteBuilder {

    private final ProofCollector proofs;

    RightsRoutes(ProofCollector proofs) {
        this.proofs = proofs;
    }

    @Override
    public void configure() {
        // spotless:off
        from("timer:rights-proof?delay=2000&period=2000")
            .routeConfigurationId(SharedRouteConfiguration.ID)
            .routeId("rights-proof")
            .routeDescription("Puts the proof on each granted request once everything about it is done")
            .process(exchange -> proofs.collect());
        // spotless:on
    }
}
