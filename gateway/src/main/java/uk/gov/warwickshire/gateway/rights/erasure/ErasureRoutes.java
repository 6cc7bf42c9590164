package uk.gov.warwickshire.gateway.rights.erasure;

import java.time.Duration;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.SharedRouteConfiguration;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/** When erasures go on. */
@Component
class ErasureRoutes extends RouteBuilder {

    private final ErasureSteps steps;
    private final Duration poll;

    ErasureRoutes(ErasureSteps steps, GatewaySettings settings) {
        this.steps = steps;
        this.poll = settings.rights().poll();
    }

    @Override
    public void configure() {
        // spotless:off
        from("timer:erasures?delay=5000&period=" + poll.toMillis())
            .routeConfigurationId(SharedRouteConfiguration.ID)
            .routeId("erasures")
            .routeDescription("Takes erasures that were approved a step on")
            .process(exchange -> steps.advance());
        // spotless:on
    }
}
