package uk.gov.warwickshire.gateway.ops.console.now;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.Destination;
import uk.gov.warwickshire.gateway.cpis.ChildrenAtRisk;
import uk.gov.warwickshire.gateway.delivery.DeliveryOverviews;
import uk.gov.warwickshire.gateway.delivery.DeliveryState;
import uk.gov.warwickshire.gateway.delivery.FailureCause;
import uk.gov.warwickshire.gateway.delivery.OpenDeliveries;
import uk.gov.warwickshire.gateway.delivery.StuckDelivery;
import uk.gov.warwickshire.gateway.ops.console.CouncilTimes;
import uk.gov.warwickshire.gateway.ops.console.now.Concern.Affected;
import uk.gov.warwickshire.gateway.ops.console.now.Concern.Urgency;

/** Partners to whom nothing gets through: since when, why, and when it is tried next. */
@Component
class PartnerConcerns implements ConcernSource {

    private static final int LOOKED_AT = 2000;

    private static final Set<DeliveryState> WAITING =
            Set.of(DeliveryState.PENDING, DeliveryState.CLEARED, DeliveryState.RETRYING);

    private final DeliveryOverviews deliveries;
    private final ChildrenAtRisk atRisk;
    private final CouncilTimes times;

    PartnerConcerns(DeliveryOverviews deliveries, ChildrenAtRisk atRisk, CouncilTimes times) {
        this.deliveries = deliveries;
        this.atRisk = atRisk;
        this.times = times;
    }

    @Override
    public List<Concern> current() {
        Map<Destination, List<StuckDelivery>> retrying = deliveries.stuck(DeliveryState.RETRYING, LOOKED_AT).stream()
                .collect(Collectors.groupingBy(StuckDelivery::destination));
        if (retrying.isEmpty()) {
            return List.of();
        }
        Map<Destination, Instant> confirmed = deliveries.lastAcknowledged();
        Map<Destination, Long> waiting = deliveries.open().stream()
                .filter(open -> WAITING.contains(open.state()))
                .collect(Collectors.groupingBy(
                        OpenDeliveries::destination, Collectors.summingLong(OpenDeliveries::count)));
        return retrying.entrySet().stream()
                .map(entry -> concern(
                        entry.getKey(),
                        entry.getValue(),
                        Optional.ofNullable(confirmed.get(entry.getKey())),
                        waiting.getOrDefault(entry.getKey(), 0L)))
                .toList();
    }

    private Concern concern(
            Destination destination, List<StuckDelivery> retrying, Optional<Instant> confirmed, long waiting) {
        Instant since = retrying.stream()
                .map(StuckDelivery::since)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Instant next = retrying.stream()
                .map(StuckDelivery::nextAttemptAt)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        boolean down = confirmed.filter(since::isBefore).isEmpty();
        FailureCause cause = retrying.get(0).cause();
        Set<String> children = deliveries.children(destination, down ? WAITING : Set.of(DeliveryState.RETRYING));
        String tried = ". Tried again by itself, next at " + times.exact(next);
        String last =
                confirmed.map(at -> ". Last confirmed message: " + times.at(at)).orElse("");
        return new Concern(
                down ? Urgency.STOPPED : Urgency.WAITS,
                Titles.of(destination) + (down ? down(cause) : " takes some messages only after repetition"),
                capital(cause.sentence()) + tried + last,
                Optional.of(since),
                Affected.messages(down ? waiting : retrying.size(), children, atRisk),
                "/console/messages?state=RETRYING&destination=" + destination.code(),
                cause.isCertificate() ? "Renew the certificate, then see these messages" : "See these messages");
    }

    private static String down(FailureCause cause) {
        if (cause.isCertificate()) {
            return " cannot be reached: certificate problem";
        }
        return cause.status().filter(status -> status == 401 || status == 403).isPresent()
                ? " does not accept our credentials"
                : " is down";
    }

    private static String capital(String sentence) {
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
