package uk.gov.warwickshire.gateway.rights.traces;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.SharedRouteConfiguration;

/** When the gateway's own traces are disposed of. */
@Component
class TraceRoutes extends RouteBuilder {

    private final TraceDisposals disposals;

    TraceRoutes(TraceDisposals disposals) {
        this.disposals = disposals;
    }

    @Override
    public void configure() {
        // spotless:off
        from("timer:trace-disposal?delay=60000&period=15m")
            .routeConfigurationId(SharedRouteConfiguration.ID)
            .routeId("trace-disposal")
            .routeDescription("Once a day, by night: takes away the gateway's own traces whose period is over")
            .process(exchange -> disposals.runIfDue());
        // spotless:on
    }
}
