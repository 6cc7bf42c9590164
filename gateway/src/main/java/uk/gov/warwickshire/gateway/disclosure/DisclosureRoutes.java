package uk.gov.warwickshire.gateway.disclosure;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.SharedRouteConfiguration;

/** Housekeeping of the disclosure room. */
@Component
class DisclosureRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // spotless:off
        from("timer:disclosure-ledger-partitions?delay=0&period=86400000")
            .routeConfigurationId(SharedRouteConfiguration.ID)
            .routeId("disclosure-ledger-partitions")
            .routeDescription("Makes the partitions of the disclosure ledger for the months to come, at start and daily")
            .bean(DisclosureHousekeeping.class, "createLedgerPartitions");

        // More often than daily, so that a day is noticed soon after midnight whenever the gateway was started.
        from("timer:disclosure-choice-boundaries?delay=60000&period=900000")
            .routeConfigurationId(SharedRouteConfiguration.ID)
            .routeId("disclosure-choice-boundaries")
            .routeDescription("Has children decided again whose choices begin or end to count today, once a day")
            .bean(DisclosureHousekeeping.class, "recordChoiceBoundaries");
        // spotless:on
    }
}
