package uk.gov.warwickshire.gateway.audit;

import java.time.Clock;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.SharedRouteConfiguration;

/** Housekeeping of the audit; safe on every replica. */
@Component
class AuditRoutes extends RouteBuilder {

    private static final int MONTHS_AHEAD = 2;

    private final AuditTable table;
    private final Clock clock;

    AuditRoutes(AuditTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public void configure() {
        // spotless:off
        from("timer:audit-partitions?delay=0&period=86400000")
            .routeConfigurationId(SharedRouteConfiguration.ID)
            .routeId("audit-partitions")
            .routeDescription("Makes the partitions of the audit for the months to come, at start and daily")
            .process(exchange -> createPartitions());
        // spotless:on
    }

    void createPartitions() {
        table.createPartitions(clock.instant(), MONTHS_AHEAD);
    }
}
