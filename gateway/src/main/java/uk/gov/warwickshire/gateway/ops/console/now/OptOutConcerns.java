package uk.gov.warwickshire.gateway.ops.console.now;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.cpis.ChildrenAtRisk;
import uk.gov.warwickshire.gateway.delivery.DeliveryOverviews;
import uk.gov.warwickshire.gateway.delivery.DeliveryState;
import uk.gov.warwickshire.gateway.delivery.OpenDeliveries;
import uk.gov.warwickshire.gateway.ops.console.now.Concern.Affected;
import uk.gov.warwickshire.gateway.ops.console.now.Concern.Urgency;
import uk.gov.warwickshire.gateway.optout.Exchange;
import uk.gov.warwickshire.gateway.optout.ExchangeState;
import uk.gov.warwickshire.gateway.optout.OptOutExchanges;

/** Questions to the check service that were never answered, and whom that keeps waiting. */
@Component
class OptOutConcerns implements ConcernSource {

    private static final int LOOKED_AT = 50;
    private static final Set<String> WAIT_FOR_IT = Set.of("STATUS_UNKNOWN", "STATUS_STALE");

    private final OptOutExchanges exchanges;
    private final DeliveryOverviews deliveries;
    private final ChildrenAtRisk atRisk;

    OptOutConcerns(OptOutExchanges exchanges, DeliveryOverviews deliveries, ChildrenAtRisk atRisk) {
        this.exchanges = exchanges;
        this.deliveries = deliveries;
        this.atRisk = atRisk;
    }

    @Override
    public List<Concern> current() {
        List<Exchange> unanswered = sinceTheLastAnswer();
        if (unanswered.isEmpty()) {
            return List.of();
        }
        List<OpenDeliveries> held = deliveries.open().stream()
                .filter(open -> open.state() == DeliveryState.HELD)
                .filter(open -> open.reason().filter(WAIT_FOR_IT::contains).isPresent())
                .toList();
        Affected affected = Affected.messages(
                held.stream().mapToLong(OpenDeliveries::count).sum(), deliveries.childrenHeld(WAIT_FOR_IT), atRisk);
        return unanswered.stream().map(exchange -> concern(exchange, affected)).toList();
    }

    /** A later answer shows that the service works, and what was asked is asked again. */
    private List<Exchange> sinceTheLastAnswer() {
        List<Exchange> found = new ArrayList<>();
        for (Exchange exchange : exchanges.latest(LOOKED_AT)) {
            if (exchange.state() == ExchangeState.ANSWERED) {
                break;
            }
            if (exchange.state() == ExchangeState.OVERDUE || exchange.state() == ExchangeState.FAILED) {
                found.add(exchange);
            }
        }
        return found;
    }

    private static Concern concern(Exchange exchange, Affected affected) {
        boolean overdue = exchange.state() == ExchangeState.OVERDUE;
        return new Concern(
                Urgency.STOPPED,
                overdue ? "An opt-out exchange never came back" : "An opt-out file was refused by MESH",
                exchange.fileName() + ": " + exchange.problem().orElse("no answer") + ". Its " + exchange.asked()
                        + " numbers are asked for again; messages that need them stay held.",
                Optional.of(exchange.attemptedAt().orElse(exchange.createdAt())),
                affected,
                "/console/opt-out",
                "Go to the opt-out register");
    }
}
