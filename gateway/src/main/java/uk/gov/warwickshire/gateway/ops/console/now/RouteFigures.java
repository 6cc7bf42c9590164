package uk.gov.warwickshire.gateway.ops.console.now;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.api.management.ManagedCamelContext;
import org.apache.camel.api.management.mbean.ManagedRouteMBean;
import org.springframework.stereotype.Component;

/** The routes of this replica and how they run. */
@Component
class RouteFigures {

    /**
     * @param runs since the start
     * @param failed how many of them failed
     */
    record Figures(String id, String description, String state, long runs, long failed) {}

    private final CamelContext camel;

    RouteFigures(CamelContext camel) {
        this.camel = camel;
    }

    /** Those with failures first. */
    List<Figures> all() {
        ManagedCamelContext managed = Objects.requireNonNull(
                camel.getCamelContextExtension().getContextPlugin(ManagedCamelContext.class), "management of Camel");
        return camel.getRoutes().stream()
                .flatMap(route -> figures(managed, route))
                .sorted(Comparator.comparing((Figures figures) -> -figures.failed())
                        .thenComparing(Figures::id))
                .toList();
    }

    private static Stream<Figures> figures(ManagedCamelContext managed, Route route) {
        return Optional.ofNullable(managed.getManagedRoute(route.getId())).map(bean -> of(route, bean)).stream();
    }

    private static Figures of(Route route, ManagedRouteMBean bean) {
        try {
            return new Figures(
                    route.getId(),
                    Optional.ofNullable(route.getDescription()).orElse(""),
                    bean.getState(),
                    bean.getExchangesTotal(),
                    bean.getExchangesFailed());
        } catch (Exception e) {
            // The management interface declares it; a route that cannot be asked is shown as such.
            return new Figures(route.getId(), "", "unknown", 0, 0);
        }
    }
}
