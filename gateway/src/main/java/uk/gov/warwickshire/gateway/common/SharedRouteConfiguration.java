package uk.gov.warwickshire.gateway.common;

import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.springframework.stereotype.Component;

/**
 * What every route does when it fails: the failure is logged by route and kind, never with the message's content, and the
 * next turn of the route tries again. Nothing is lost, since the state of the work stands in the database.
 */
@Component
public class SharedRouteConfiguration extends RouteConfigurationBuilder {

    /** Named by every route. */
    public static final String ID = "gateway";

    @Override
    public void configuration() {
        // spotless:off
        routeConfiguration(ID)
            .onException(Exception.class)
                .handled(true)
                .logStackTrace(false)
                .log(LoggingLevel.ERROR, "Route '${routeId}' failed: ${exception.class.simpleName}; it tries again at its next turn");
        // spotless:on
    }
}
