package uk.gov.warwickshire.gateway.ops.messages;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import uk.gov.warwickshire.gateway.delivery.Delivery;
import uk.gov.warwickshire.gateway.disclosure.LedgerEntry;
import uk.gov.warwickshire.gateway.intake.Batch;
import uk.gov.warwickshire.gateway.intake.child.SourceRows;

/**
 * The whole way of one delivery.
 *
 * @param batch that made it due
 * @param source rows the child's record stands on now
 * @param beside unfinished deliveries of the same child to the same destination
 * @param carrier the delivery whose message carried this one too, which therefore has no decision of its own
 * @param successor the delivery that replaces it
 * @param steps everything that happened, in the order of time
 */
public record MessageWay(
        Delivery delivery,
        boolean atRisk,
        Optional<Batch> batch,
        Optional<SourceRows.Source> source,
        List<LedgerEntry> decisions,
        List<Delivery> beside,
        Optional<UUID> carrier,
        Optional<UUID> successor,
        List<Step> steps) {

    /** @param detail our own words, without anything of a record */
    public record Step(Instant at, String what, String detail) {}

    public MessageWay {
        Objects.requireNonNull(delivery, "delivery");
        decisions = List.copyOf(decisions);
        beside = List.copyOf(beside);
        steps = List.copyOf(steps);
    }

    public List<Act> possible() {
        return Act.possible(delivery.state());
    }

    /** What may be said of its last failure to anyone. */
    public String problem() {
        return ErrorText.of(delivery.lastStatus(), delivery.lastError());
    }

    /** Keeps the child out of logs. */
    @Override
    public String toString() {
        return "MessageWay[" + delivery.id() + "]";
    }
}
