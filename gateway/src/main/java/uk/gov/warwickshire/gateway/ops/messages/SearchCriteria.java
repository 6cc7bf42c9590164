package uk.gov.warwickshire.gateway.ops.messages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import uk.gov.warwickshire.gateway.common.Destination;
import uk.gov.warwickshire.gateway.delivery.DeliveryFilter;
import uk.gov.warwickshire.gateway.delivery.DeliveryState;

/**
 * What a person looks for. What is empty does not narrow.
 *
 * @param text words, all of which are wanted; `|` between words means or, `-` before one not, `*` behind one any ending
 * @param states one of which a delivery is in
 * @param reason code of a {@link PublicReason}
 * @param status last answer of the destination
 */
public record SearchCriteria(
        MessageKind what,
        String text,
        Set<DeliveryState> states,
        Optional<Destination> destination,
        Optional<String> reason,
        Optional<UUID> batch,
        Optional<String> childId,
        Optional<Integer> status,
        Optional<Instant> from,
        Optional<Instant> until) {

    public static final SearchCriteria ALL = new SearchCriteria(
            MessageKind.DELIVERY,
            "",
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public SearchCriteria {
        Objects.requireNonNull(what, "what");
        text = text.strip();
        states = Set.copyOf(states);
        Objects.requireNonNull(destination, "destination");
        reason.filter(code -> PublicReason.names(code).isEmpty()).ifPresent(code -> {
            throw new IllegalArgumentException("There is no reason of that name.");
        });
        Objects.requireNonNull(batch, "batch");
        Objects.requireNonNull(childId, "childId");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
    }

    public boolean hasText() {
        return !text.isEmpty();
    }

    /** All but the words. */
    public DeliveryFilter filter() {
        return new DeliveryFilter(
                states,
                destination,
                reason.map(PublicReason::names).orElse(Set.of()),
                batch,
                childId,
                status,
                from,
                until,
                Optional.empty());
    }

    /** For the log of acts: which deliveries were meant. */
    public String inWords() {
        List<String> words = new ArrayList<>();
        if (!states.isEmpty()) {
            words.add("state "
                    + String.join(
                            " or ", states.stream().map(Enum::name).sorted().toList()));
        }
        destination.ifPresent(value -> words.add("destination " + value));
        reason.ifPresent(value -> words.add("reason " + value));
        batch.ifPresent(value -> words.add("batch " + value));
        childId.ifPresent(value -> words.add("child " + value));
        status.ifPresent(value -> words.add("answer " + value));
        from.ifPresent(value -> words.add("from " + value));
        until.ifPresent(value -> words.add("until " + value));
        if (hasText()) {
            words.add("words “" + text + "”");
        }
        return words.isEmpty() ? "all deliveries" : String.join(", ", words);
    }

    /** Keeps what was typed, and the child, out of logs. */
    @Override
    public String toString() {
        return "SearchCriteria[" + what + " " + states + "]";
    }
}
