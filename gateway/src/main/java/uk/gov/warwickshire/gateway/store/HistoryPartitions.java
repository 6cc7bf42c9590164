package uk.gov.warwickshire.gateway.store;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.SharedRouteConfiguration;
import uk.gov.warwickshire.gateway.common.SingleRunner;

/** Makes the partitions of the months ahead, so that history never falls into the default one. */
@Component
class HistoryPartitions extends RouteBuilder {

    private static final int MONTHS_AHEAD = 2;

    private final JdbcTemplate jdbc;
    private final SingleRunner runner;

    HistoryPartitions(JdbcTemplate jdbc, SingleRunner runner) {
        this.jdbc = jdbc;
        this.runner = runner;
    }

    @Override
    public void configure() {
        // spotless:off
        from("timer:store-history-partitions?period=24h")
            .routeConfigurationId(SharedRouteConfiguration.ID)
            .routeId("store-history-partitions")
            .routeDescription("Makes next months' partitions of the resource history")
            .process(exchange -> run());
        // spotless:on
    }

    void run() {
        runner.run("store-history-partitions", this::ensure);
    }

    private void ensure() {
        jdbc.query("select ensure_month_partitions('resource_history', ?)", row -> {}, MONTHS_AHEAD);
    }
}
