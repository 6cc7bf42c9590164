package uk.gov.warwickshire.gateway.ops.messages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.cpis.ChildrenAtRisk;
import uk.gov.warwickshire.gateway.delivery.Delivery;
import uk.gov.warwickshire.gateway.delivery.DeliveryReader;
import uk.gov.warwickshire.gateway.delivery.DeliveryReader.Attempt;
import uk.gov.warwickshire.gateway.disclosure.DecisionSearch;
import uk.gov.warwickshire.gateway.disclosure.LedgerEntry;
import uk.gov.warwickshire.gateway.intake.Batch;
import uk.gov.warwickshire.gateway.intake.Batches;
import uk.gov.warwickshire.gateway.intake.child.SourceRows;
import uk.gov.warwickshire.gateway.ops.messages.MessageWay.Step;

/** Follows one delivery from the file it came in to the acknowledgement. */
@Component
public class MessageWays {

    private final DeliveryReader deliveries;
    private final DecisionSearch decisions;
    private final Batches batches;
    private final SourceRows sources;
    private final ChildrenAtRisk children;
    private final ActLog acts;

    MessageWays(
            DeliveryReader deliveries,
            DecisionSearch decisions,
            Batches batches,
            SourceRows sources,
            ChildrenAtRisk children,
            ActLog acts) {
        this.deliveries = deliveries;
        this.decisions = decisions;
        this.batches = batches;
        this.sources = sources;
        this.children = children;
        this.acts = acts;
    }

    public Optional<MessageWay> of(UUID id) {
        return deliveries.find(id).map(this::of);
    }

    private MessageWay of(Delivery delivery) {
        Optional<Batch> batch = Causes.batch(delivery.cause()).flatMap(batches::find);
        List<LedgerEntry> decided = decisions.ofDeliveries(Set.of(delivery.childId()), Set.of(delivery.id()));
        List<Step> steps = new ArrayList<>();
        batch.ifPresent(file -> ofBatch(file, steps));
        steps.add(new Step(delivery.createdAt(), "Due", batch.isPresent() ? "The record changed" : delivery.cause()));
        decided.forEach(decision -> steps.add(ofDecision(decision)));
        deliveries.attempts(delivery.id()).forEach(attempt -> steps.add(ofAttempt(attempt)));
        acts.ofDelivery(delivery.id()).forEach(act -> steps.add(ofAct(act)));
        delivery.finishedAt()
                .ifPresent(at -> steps.add(new Step(at, "Ended", "It is " + delivery.state() + " and stays so")));
        steps.sort(Comparator.comparing(Step::at));
        return new MessageWay(
                delivery,
                !children.among(Set.of(delivery.childId())).isEmpty(),
                batch,
                sources.of(delivery.childId()),
                decided,
                deliveries.unfinishedBeside(delivery),
                deliveries.carrier(delivery),
                deliveries.successor(delivery),
                steps);
    }

    private static void ofBatch(Batch batch, List<Step> steps) {
        steps.add(new Step(batch.receivedAt(), "File received", batch.name()));
        batch.startedAt().ifPresent(at -> steps.add(new Step(at, "Reading began", batch.name())));
        batch.finishedAt()
                .ifPresent(at -> steps.add(new Step(at, "Reading ended", batch.name() + ": " + batch.state())));
    }

    private static Step ofDecision(LedgerEntry decision) {
        PublicReason reason = PublicReason.of(decision.headline());
        return new Step(
                decision.decidedAt(),
                "Decided: " + decision.outcome().name().toLowerCase(Locale.ROOT),
                reason.code() + ", policy " + decision.policyVersion());
    }

    private static Step ofAttempt(Attempt attempt) {
        long millis = attempt.finishedAt().toEpochMilli() - attempt.startedAt().toEpochMilli();
        return new Step(
                attempt.startedAt(),
                "Attempt " + attempt.number(),
                "%s%s%s, after %d ms"
                        .formatted(
                                attempt.outcome(),
                                attempt.status().map(status -> " " + status).orElse(""),
                                attempt.words().map(words -> ": " + words).orElse(""),
                                millis));
    }

    private static Step ofAct(ActLog.Entry act) {
        return new Step(
                act.doneAt(),
                "A person: " + act.act().done(),
                act.who() + act.confirmedBy().map(second -> " and " + second).orElse("") + " (" + act.via() + "): "
                        + act.why());
    }
}
