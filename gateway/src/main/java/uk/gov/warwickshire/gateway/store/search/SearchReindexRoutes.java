package uk.gov.warwickshire.gateway.store.search;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.SharedRouteConfiguration;
import uk.gov.warwickshire.gateway.common.SingleRunner;

/** After a start with other search parameters, one replica brings what is stored up to date. */
@Component
class SearchReindexRoutes extends RouteBuilder {

    private final SearchReindex reindex;
    private final SingleRunner runner;

    SearchReindexRoutes(SearchReindex reindex, SingleRunner runner) {
        this.reindex = reindex;
        this.runner = runner;
    }

    @Override
    public void configure() {
        // spotless:off
        from("timer:store-search-reindex?period=60s")
            .routeConfigurationId(SharedRouteConfiguration.ID)
            .routeId("store-search-reindex")
            .routeDescription("Writes search values again when search parameters have changed")
            .process(exchange -> run());
        // spotless:on
    }

    void run() {
        runner.run("store-search-reindex", reindex::run);
    }
}
