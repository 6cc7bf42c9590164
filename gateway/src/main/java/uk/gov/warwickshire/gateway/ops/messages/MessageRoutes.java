package uk.gov.warwickshire.gateway.ops.messages;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.SharedRouteConfiguration;

/** Keeps the index of messages, and does what was ordered for many of them. */
@Component
class MessageRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // spotless:off
        from("timer:messages-follow?delay=2000&period=1000")
            .routeConfigurationId(SharedRouteConfiguration.ID)
            .routeId("messages-follow")
            .routeDescription("Takes changed deliveries and batches into the index of messages")
            .bean(MessageFollower.class, "follow");

        from("timer:messages-forget?delay=600000&period=3600000")
            .routeConfigurationId(SharedRouteConfiguration.ID)
            .routeId("messages-forget")
            .routeDescription("Forgets changes that every index of messages has seen")
            .bean(MessageFollower.class, "forget");

        from("timer:messages-bulk?delay=1000&period=1000")
            .routeConfigurationId(SharedRouteConfiguration.ID)
            .routeId("messages-bulk")
            .routeDescription("Does acts on many deliveries, so many a second")
            .bean(BulkRunner.class, "run");
        // spotless:on
    }
}
