package uk.gov.warwickshire.gateway.ops.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.api.management.ManagedCamelContext;
import org.apache.camel.api.management.mbean.ManagedRouteMBean;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.stereotype.Component;

/**
 * `camel_route_*{route}` from what Camel counts anyway. The context is the state object and the route is looked up inside:
 * a managed bean that is only weakly held would answer NaN after the next collection.
 */
@Component
class RouteMetrics implements CamelContextConfiguration {

    private static final String ROUTE = "route";

    private final MeterRegistry registry;

    RouteMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void beforeApplicationStart(CamelContext context) {
        // The routes are not there yet.
    }

    @Override
    public void afterApplicationStart(CamelContext context) {
        context.getRoutes().stream().map(Route::getRouteId).forEach(route -> bind(context, route));
    }

    private void bind(CamelContext context, String route) {
        FunctionTimer.builder(
                        "camel.route.processing",
                        context,
                        managed -> count(managed, route, ManagedRouteMBean::getExchangesTotal),
                        managed -> value(managed, route, ManagedRouteMBean::getTotalProcessingTime),
                        TimeUnit.MILLISECONDS)
                .description("Turns of the route and the time they took")
                .tag(ROUTE, route)
                .register(registry);
        FunctionCounter.builder(
                        "camel.route.failures",
                        context,
                        managed -> value(managed, route, bean -> bean.getExchangesFailed() + bean.getFailuresHandled()))
                .description("Turns that failed; the next turn tries again")
                .tag(ROUTE, route)
                .register(registry);
        Gauge.builder(
                        "camel.route.inflight",
                        context,
                        managed -> value(managed, route, ManagedRouteMBean::getExchangesInflight))
                .description("Turns under way")
                .tag(ROUTE, route)
                .register(registry);
        Gauge.builder(
                        "camel.route.running",
                        context,
                        managed -> value(managed, route, bean -> "Started".equals(bean.getState()) ? 1 : 0))
                .description("1 while the route is started")
                .tag(ROUTE, route)
                .register(registry);
    }

    private static long count(CamelContext context, String route, ToLongFunction<ManagedRouteMBean> figure) {
        return managed(context, route).map(figure::applyAsLong).orElse(0L);
    }

    private static double value(CamelContext context, String route, ToDoubleFunction<ManagedRouteMBean> figure) {
        return managed(context, route).map(figure::applyAsDouble).orElse(0.0);
    }

    private static Optional<ManagedRouteMBean> managed(CamelContext context, String route) {
        return Optional.ofNullable(context.getCamelContextExtension().getContextPlugin(ManagedCamelContext.class))
                .flatMap(managed -> Optional.ofNullable(managed.getManagedRoute(route)));
    }
}
