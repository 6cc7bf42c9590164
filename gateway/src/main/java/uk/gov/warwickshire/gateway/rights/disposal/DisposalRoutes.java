package uk.gov.warwickshire.gateway.rights.disposal;

import java.time.Duration;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.SharedRouteConfiguration;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/** When approved disposals go on. */
@Component
class DisposalRoutes extends RouteBuilder {

    private final DisposalRunner runner;
    private final Duration poll;

    DisposalRoutes(DisposalRunner runner, GatewaySettings settings) {
        this.runner = runner;
        this.poll = settings.rights().poll();
    }

    @Override
    public void configure() {
        // spotless:off
        from("timer:disposals?delay=6000&period=" + poll.toMillis())
            .routeConfigurationId(SharedRouteConfiguration.ID)
            .routeId("disposals")
            .routeDescription("Carries out disposals that a second person approved")
            .process(exchange -> runner.advance());
        // spotless:on
    }
}
