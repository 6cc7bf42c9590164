package uk.gov.warwickshire.gateway.optout;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.SharedRouteConfiguration;

/** When the numbers that are wanted become a file; the mailbox's own route sends it. */
@Component
class OptOutRoutes extends RouteBuilder {

    private final OptOutCollector collector;
    private final OptOutRules rules;

    OptOutRoutes(OptOutCollector collector, OptOutRules rules) {
        this.collector = collector;
        this.rules = rules;
    }

    @Override
    public void configure() {
        // spotless:off
        from("timer:opt-out-collect?period=" + rules.settings().collect().toMillis())
            .routeId("Collect numbers for the opt-out check")
            .routeDescription("Writes files of the NHS numbers whose opt-out status is wanted or grows old")
            .routeConfigurationId(SharedRouteConfiguration.ID)
            .process(exchange -> collector.collect());
        // spotless:on
    }
}
