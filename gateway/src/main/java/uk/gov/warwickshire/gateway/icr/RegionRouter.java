package uk.gov.warwickshire.gateway.icr;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.Destination;
import uk.gov.warwickshire.gateway.delivery.DestinationRouter;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;
import uk.gov.warwickshire.gateway.store.ChildFacts;

/**
 * A child's record is due at each region its postcode area belongs to. Where it belongs to none it is due at the home
 * region, so that the gate decides, says so and records it, instead of the record going unmentioned.
 */
@Component
class RegionRouter implements DestinationRouter {

    private final Map<String, Set<String>> areasOfRegion;
    private final Optional<String> homeRegion;

    RegionRouter(GatewaySettings settings) {
        this.areasOfRegion = settings.icr().regions().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        region -> Set.copyOf(region.getValue().postcodeAreas())));
        this.homeRegion = settings.icr().homeRegion().or(() -> areasOfRegion.keySet().stream()
                .min(Comparator.naturalOrder()));
        if (homeRegion.isPresent() && !areasOfRegion.containsKey(homeRegion.get())) {
            throw new IllegalArgumentException("gateway.icr.home-region names no region of gateway.icr.regions");
        }
    }

    @Override
    public Set<Destination> destinations(ChildFacts child) {
        Set<Destination> regions = areasOfRegion.entrySet().stream()
                .filter(region ->
                        child.postcodeArea().filter(region.getValue()::contains).isPresent())
                .map(region -> Destination.icr(region.getKey()))
                .collect(Collectors.toSet());
        return regions.isEmpty() ? homeRegion.map(Destination::icr).stream().collect(Collectors.toSet()) : regions;
    }
}
