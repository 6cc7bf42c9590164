package uk.gov.warwickshire.gateway.rights.disposal;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.SharedRouteConfiguration;

/** When the gateway's own traces are disposed of: some minutes after the start, and every day. */
@Component
class TraceRoutes extends RouteBuilder {

    private final TraceDisposals disposals;

    TraceRoutes(TraceDisposals disposals) {
        this.disposals = disposals;
    }

    @Override
    public void configure() {
        // spotless:off
        from("timer:trace-disposal?delay=300000&period=24h")
            .routeConfigurationId(SharedRouteConfiguration.ID)
            .routeId("trace-disposal")
            .routeDescription("Disposes of ledger, audit, messages, reports, files and logs whose periods are over")
            .process(exchange -> disposals.run());
        // spotless:on
    }
}
