package uk.gov.warwickshire.gateway.rights.retention;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.SharedRouteConfiguration;

/** When dates of disposal are worked out again: soon after the start, and every night. */
@Component
class RetentionRoutes extends RouteBuilder {

    private final RetentionKeeper keeper;

    RetentionRoutes(RetentionKeeper keeper) {
        this.keeper = keeper;
    }

    @Override
    public void configure() {
        // spotless:off
        from("timer:retention-catch-up?delay=15000&period=24h")
            .routeConfigurationId(SharedRouteConfiguration.ID)
            .routeId("retention-catch-up")
            .routeDescription("Works out dates of disposal again where the schedule has changed")
            .process(exchange -> keeper.catchUp());
        // spotless:on
    }
}
