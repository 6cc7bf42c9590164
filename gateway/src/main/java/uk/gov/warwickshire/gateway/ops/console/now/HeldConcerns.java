package uk.gov.warwickshire.gateway.ops.console.now;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.cpis.ChildrenAtRisk;
import uk.gov.warwickshire.gateway.delivery.DeliveryOverviews;
import uk.gov.warwickshire.gateway.delivery.DeliveryState;
import uk.gov.warwickshire.gateway.delivery.OpenDeliveries;
import uk.gov.warwickshire.gateway.disclosure.Reason;
import uk.gov.warwickshire.gateway.ops.console.now.Concern.Affected;
import uk.gov.warwickshire.gateway.ops.console.now.Concern.Urgency;
import uk.gov.warwickshire.gateway.ops.messages.PublicReason;

/** Messages that have been held for longer than the opt-out check or a night of tracing should take. */
@Component
class HeldConcerns implements ConcernSource {

    private static final Duration TOO_LONG = Duration.ofHours(24);

    private final DeliveryOverviews deliveries;
    private final ChildrenAtRisk atRisk;
    private final Clock clock;

    HeldConcerns(DeliveryOverviews deliveries, ChildrenAtRisk atRisk, Clock clock) {
        this.deliveries = deliveries;
        this.atRisk = atRisk;
        this.clock = clock;
    }

    @Override
    public List<Concern> current() {
        Instant limit = clock.instant().minus(TOO_LONG);
        return deliveries.open().stream()
                .filter(open -> open.state() == DeliveryState.HELD)
                .filter(open -> open.oldest().isBefore(limit))
                .collect(Collectors.groupingBy(open -> open.reason().orElse("")))
                .entrySet()
                .stream()
                .map(group -> concern(group.getKey(), group.getValue()))
                .toList();
    }

    private Concern concern(String reason, List<OpenDeliveries> held) {
        Instant since = held.stream()
                .map(OpenDeliveries::oldest)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return new Concern(
                Urgency.WAITS,
                "Messages are held for more than a day: " + sentence(reason),
                reason.startsWith("NHS_NUMBER")
                        ? "Trace these children and deliver their numbers with the identity file."
                        : "The check has been asked for: see whether the opt-out exchange works.",
                Optional.of(since),
                Affected.messages(
                        held.stream().mapToLong(OpenDeliveries::count).sum(),
                        deliveries.childrenHeld(Set.of(reason)),
                        atRisk),
                reason.startsWith("STATUS") ? "/console/opt-out" : "/console/messages?state=HELD" + narrowed(reason),
                reason.startsWith("STATUS") ? "Go to the opt-out register" : "Find these messages");
    }

    /** Searched for by the code under which everyone may see it. */
    private static String narrowed(String reason) {
        return reason.isEmpty() ? "" : "&reason=" + PublicReason.ofName(reason).code();
    }

    private static String sentence(String reason) {
        try {
            return Reason.valueOf(reason).sentence();
        } catch (IllegalArgumentException notOfTheGate) {
            return reason;
        }
    }
}
