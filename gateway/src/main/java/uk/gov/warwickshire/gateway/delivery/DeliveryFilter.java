package uk.gov.warwickshire.gateway.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import uk.gov.warwickshire.gateway.common.Destination;

/**
 * Which deliveries are looked for; what is empty does not narrow.
 *
 * @param states one of which it is in
 * @param reasons one of which is the headline of its last decision
 * @param batch that made it due
 * @param status last answer of the destination
 * @param from made at that time or later
 * @param until made before it
 * @param ids only these
 */
public record DeliveryFilter(
        Set<DeliveryState> states,
        Optional<Destination> destination,
        Set<String> reasons,
        Optional<UUID> batch,
        Optional<String> childId,
        Optional<Integer> status,
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<List<UUID>> ids) {

    public static final DeliveryFilter ALL = new DeliveryFilter(
            Set.of(),
            Optional.empty(),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public DeliveryFilter {
        states = Set.copyOf(states);
        reasons = Set.copyOf(reasons);
        ids = ids.map(List::copyOf);
        Objects.requireNonNull(destination, "destination");
        Objects.requireNonNull(batch, "batch");
        Objects.requireNonNull(childId, "childId");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
    }

    public DeliveryFilter only(List<UUID> wanted) {
        return new DeliveryFilter(
                states, destination, reasons, batch, childId, status, from, until, Optional.of(wanted));
    }

    /** Keeps the child out of logs. */
    @Override
    public String toString() {
        return "DeliveryFilter" + states;
    }
}
