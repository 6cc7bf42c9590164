package uk.gov.warwickshire.gateway.api.page;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.SharedRouteConfiguration;

/** Clears away pages that have expired: their queries may name persons. */
@Component
class PageRoutes extends RouteBuilder {

    private final Pages pages;

    PageRoutes(Pages pages) {
        this.pages = pages;
    }

    @Override
    public void configure() {
        // spotless:off
        from("timer:api-expired-pages?period=5m")
            .routeConfigurationId(SharedRouteConfiguration.ID)
            .routeId("api-expired-pages")
            .routeDescription("Removes expired pages of search results")
            .process(exchange -> pages.removeExpired());
        // spotless:on
    }
}
