package uk.gov.warwickshire.gateway.ops.console.now;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import uk.gov.warwickshire.gateway.common.Destination;
import uk.gov.warwickshire.gateway.cpis.ChildrenAtRisk;
import uk.gov.warwickshire.gateway.delivery.DeliveryOverviews;
import uk.gov.warwickshire.gateway.delivery.DeliveryState;
import uk.gov.warwickshire.gateway.delivery.FailureCause;
import uk.gov.warwickshire.gateway.delivery.StuckDelivery;
import uk.gov.warwickshire.gateway.ops.console.now.Concern.Affected;
import uk.gov.warwickshire.gateway.ops.console.now.Concern.Urgency;

/** Messages that a destination refused for good: four hundred refused for one wrong code are one concern. */
@Component
class DeadConcerns implements ConcernSource {

    private static final int LOOKED_AT = 5000;

    private record Group(Destination destination, FailureCause cause) {}

    private final DeliveryOverviews deliveries;
    private final ChildrenAtRisk atRisk;

    DeadConcerns(DeliveryOverviews deliveries, ChildrenAtRisk atRisk) {
        this.deliveries = deliveries;
        this.atRisk = atRisk;
    }

    @Override
    public List<Concern> current() {
        List<StuckDelivery> all = deliveries.stuck(DeliveryState.DEAD, LOOKED_AT);
        String more =
                all.size() < LOOKED_AT ? "" : " There are more: only the oldest %,d are counted.".formatted(LOOKED_AT);
        return all.stream()
                .collect(Collectors.groupingBy(dead -> new Group(dead.destination(), dead.cause())))
                .entrySet()
                .stream()
                .map(group -> concern(group.getKey(), group.getValue(), more))
                .toList();
    }

    private Concern concern(Group group, List<StuckDelivery> dead, String more) {
        Set<String> children = dead.stream().map(StuckDelivery::childId).collect(Collectors.toCollection(HashSet::new));
        Instant since = dead.stream()
                .map(StuckDelivery::since)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        String link = UriComponentsBuilder.fromPath("/console/messages")
                .queryParam("state", DeliveryState.DEAD)
                .queryParam("destination", group.destination().code())
                .queryParam("text", group.cause().searchWord())
                .encode()
                .build()
                .toUriString();
        return new Concern(
                Urgency.STOPPED,
                Titles.of(group.destination()) + " refused messages: "
                        + group.cause().sentence(),
                "Later messages about these children wait behind them. Mend the cause, then send them again." + more,
                Optional.of(since),
                Affected.messages(dead.size(), children, atRisk),
                link,
                "Find these messages");
    }
}
