package uk.gov.warwickshire.gateway.ops.messages;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.gov.warwickshire.gateway.delivery.Delivery;
import uk.gov.warwickshire.gateway.delivery.DeliveryReader;
import uk.gov.warwickshire.gateway.delivery.DeliveryState;
import uk.gov.warwickshire.gateway.disclosure.DecisionSearch;
import uk.gov.warwickshire.gateway.disclosure.LedgerEntry;
import uk.gov.warwickshire.gateway.disclosure.Outcome;
import uk.gov.warwickshire.gateway.intake.Batch;
import uk.gov.warwickshire.gateway.intake.BatchSearch;

/** Makes documents of what stands in the database. */
final class MessageDocuments {

    private final DeliveryReader deliveries;
    private final DecisionSearch decisions;
    private final BatchSearch batches;

    MessageDocuments(DeliveryReader deliveries, DecisionSearch decisions, BatchSearch batches) {
        this.deliveries = deliveries;
        this.decisions = decisions;
        this.batches = batches;
    }

    /** The deliveries that there still are, each with its decisions. */
    List<MessageDocument> ofDeliveries(Collection<UUID> ids) {
        List<Delivery> found = deliveries.find(ids);
        Map<UUID, String> names = names(found);
        List<MessageDocument> documents = new ArrayList<>();
        found.forEach(delivery -> documents.add(of(delivery, names)));
        List<String> children = found.stream().map(Delivery::childId).distinct().toList();
        decisions
                .ofDeliveries(children, found.stream().map(Delivery::id).toList())
                .forEach(decision -> documents.add(of(decision)));
        return documents;
    }

    List<MessageDocument> ofBatches(Collection<UUID> ids) {
        return batches.find(ids).stream().map(this::of).toList();
    }

    private Map<UUID, String> names(List<Delivery> found) {
        List<UUID> ids = found.stream()
                .map(delivery -> Causes.batch(delivery.cause()))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        Map<UUID, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            batches.find(ids).forEach(batch -> names.put(batch.id(), batch.name()));
        }
        return names;
    }

    private static MessageDocument of(Delivery delivery, Map<UUID, String> names) {
        Optional<UUID> batch = Causes.batch(delivery.cause());
        String reason =
                delivery.reason().map(name -> PublicReason.ofName(name).code()).orElse("");
        return new MessageDocument(
                MessageKind.DELIVERY,
                delivery.id().toString(),
                delivery.id().toString(),
                state(delivery.state()),
                delivery.destination().code(),
                reason,
                batch.map(UUID::toString).orElse(""),
                delivery.lastStatus().map(String::valueOf).orElse(""),
                delivery.childId(),
                String.join(
                        " ",
                        delivery.kind().name(),
                        delivery.destination().code(),
                        batch.map(id -> names.getOrDefault(id, "")).orElse(delivery.cause()),
                        reason,
                        reason.isEmpty() ? "" : PublicReason.ofName(reason).sentence(),
                        ErrorText.of(delivery.lastStatus(), delivery.lastError())));
    }

    /** As the index may know it: whether something is held or withheld could give the opt-out away. */
    static String state(DeliveryState state) {
        return state == DeliveryState.HELD || state == DeliveryState.WITHHELD ? MessageDocument.STOPPED : state.name();
    }

    private static MessageDocument of(LedgerEntry decision) {
        PublicReason reason = PublicReason.of(decision.headline());
        return new MessageDocument(
                MessageKind.DECISION,
                decision.id().toString(),
                decision.deliveryId().map(UUID::toString).orElse(""),
                decision.outcome() == Outcome.SENT ? Outcome.SENT.name() : MessageDocument.STOPPED,
                decision.destination(),
                reason.code(),
                "",
                "",
                decision.childId(),
                String.join(
                        " ",
                        decision.destination(),
                        decision.kind().name(),
                        reason.code(),
                        reason.sentence(),
                        decision.policyVersion(),
                        decision.purpose().orElse(""),
                        decision.legalBasis().orElse(""),
                        String.join(" ", decision.agreementIds()),
                        String.join(" ", decision.categories())));
    }

    private MessageDocument of(Batch batch) {
        return new MessageDocument(
                MessageKind.BATCH,
                batch.id().toString(),
                batch.id().toString(),
                batch.state().name(),
                "",
                "",
                batch.id().toString(),
                "",
                "",
                batches.findings(batch.id()).stream()
                        .collect(Collectors.joining(
                                " ",
                                batch.name() + " " + batch.format().code() + " ",
                                batch.failure().isPresent() ? " failed" : "")));
    }
}
