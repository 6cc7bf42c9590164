package uk.gov.warwickshire.gateway.store.fulltext;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.SharedRouteConfiguration;

/** Keeps the full-text index. */
@Component
class FullTextRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // spotless:off
        from("timer:fulltext-follow?delay=2000&period=1000")
            .routeConfigurationId(SharedRouteConfiguration.ID)
            .routeId("fulltext-follow")
            .routeDescription("Takes changed records into the full-text index")
            .bean(FullTextFollower.class, "follow");

        from("timer:fulltext-forget?delay=600000&period=3600000")
            .routeConfigurationId(SharedRouteConfiguration.ID)
            .routeId("fulltext-forget")
            .routeDescription("Forgets changes that every full-text index has seen")
            .bean(FullTextFollower.class, "forget");
        // spotless:on
    }
}
