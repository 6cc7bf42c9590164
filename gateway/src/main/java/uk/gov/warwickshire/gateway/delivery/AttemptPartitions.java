package uk.gov.warwickshire.gateway.delivery;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.SharedRouteConfiguration;
import uk.gov.warwickshire.gateway.common.SingleRunner;

/** Makes the partitions of the months ahead, so that attempts can go by the month. */
@Component
class AttemptPartitions extends RouteBuilder {

    private static final int MONTHS_AHEAD = 2;

    private final JdbcTemplate jdbc;
    private final SingleRunner runner;

    AttemptPartitions(JdbcTemplate jdbc, SingleRunner runner) {
        this.jdbc = jdbc;
        this.runner = runner;
    }

    @Override
    public void configure() {
        // spotless:off
        from("timer:delivery-attempt-partitions?period=24h")
            .routeConfigurationId(SharedRouteConfiguration.ID)
            .routeId("delivery-attempt-partitions")
            .routeDescription("Makes next months' partitions of the attempts to deliver")
            .process(exchange -> run());
        // spotless:on
    }

    void run() {
        runner.run("delivery-attempt-partitions", this::ensure);
    }

    private void ensure() {
        jdbc.query("select ensure_month_partitions('delivery_attempt', ?)", row -> {}, MONTHS_AHEAD);
    }
}
