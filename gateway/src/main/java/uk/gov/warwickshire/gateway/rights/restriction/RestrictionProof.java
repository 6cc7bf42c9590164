package uk.gov.warwickshire.gateway.rights.restriction;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.Destination;
import uk.gov.warwickshire.gateway.delivery.CopyReader;
import uk.gov.warwickshire.gateway.delivery.Delivery;
import uk.gov.warwickshire.gateway.delivery.DeliveryKind;
import uk.gov.warwickshire.gateway.delivery.DeliveryReader;
import uk.gov.warwickshire.gateway.delivery.DeliveryState;
import uk.gov.warwickshire.gateway.disclosure.Choice;
import uk.gov.warwickshire.gateway.disclosure.Reason;
import uk.gov.warwickshire.gateway.rights.request.FulfilmentProof;
import uk.gov.warwickshire.gateway.rights.request.FulfilmentProof.Point;
import uk.gov.warwickshire.gateway.rights.request.RightsRequest;

/** Shows, destination by destination, that what was decided has reached it: withdrawn and acknowledged, or decided again. */
@Component
class RestrictionProof {

    private static final int DELIVERIES = 500;
    private static final DateTimeFormatter AT =
            DateTimeFormatter.ofPattern("d MMM yyyy HH:mm:ss", Locale.UK).withZone(ZoneId.of("Europe/London"));

    private final DeliveryReader deliveries;
    private final CopyReader copies;

    RestrictionProof(DeliveryReader deliveries, CopyReader copies) {
        this.deliveries = deliveries;
        this.copies = copies;
    }

    FulfilmentProof of(RightsRequest request, Optional<MadeChoice> choice, Instant granted) {
        List<Delivery> ofChild = deliveries.ofChild(request.childId(), DELIVERIES);
        List<CopyReader.HeldCopy> held = copies.ofChild(request.childId());
        TreeSet<Destination> concerned = new TreeSet<>(Comparator.comparing(Destination::code));
        ofChild.stream().map(Delivery::destination).forEach(concerned::add);
        held.stream().map(CopyReader.HeldCopy::destination).forEach(concerned::add);
        concerned.removeIf(destination -> !concerns(request, choice, destination));
        boolean mustBeEmpty =
                choice.filter(made -> made.kind() != Choice.Kind.CONSENT).isPresent();
        List<Point> points = concerned.stream()
                .map(destination -> point(
                        destination,
                        ofChild.stream()
                                .filter(delivery -> delivery.destination().equals(destination))
                                .toList(),
                        held.stream()
                                .filter(copy -> copy.destination().equals(destination))
                                .count(),
                        mustBeEmpty,
                        granted))
                .toList();
        return new FulfilmentProof(
                mustBeEmpty ? "in force everywhere" : "carried out",
                points.isEmpty()
                        ? List.of(new Point("every destination", true, "nothing of the child has become due anywhere"))
                        : points);
    }

    private static boolean concerns(RightsRequest request, Optional<MadeChoice> choice, Destination destination) {
        return choice.map(made -> made.concerns(destination)).orElseGet(() -> request.destination()
                .map(code -> destination.isCoveredBy(code))
                .orElse(false));
    }

    private static Point point(
            Destination destination, List<Delivery> newestFirst, long held, boolean mustBeEmpty, Instant granted) {
        Optional<Delivery> stuck = newestFirst.stream()
                .filter(delivery -> delivery.state() == DeliveryState.DEAD)
                .findFirst();
        if (stuck.isPresent()) {
            return new Point(
                    destination.code(),
                    false,
                    "stuck behind a dead delivery that an engineer must settle: "
                            + stuck.get().id());
        }
        Optional<Delivery> open = newestFirst.stream()
                .filter(delivery -> !delivery.state().isFinished() && delivery.state() != DeliveryState.HELD)
                .findFirst();
        if (open.isPresent()) {
            return new Point(
                    destination.code(),
                    false,
                    "under way: " + open.get().state() + ", delivery "
                            + open.get().id());
        }
        if (mustBeEmpty && held > 0) {
            return new Point(destination.code(), false, "still holds " + held + " resources");
        }
        return newestFirst.stream()
                .filter(delivery -> delivery.finishedAt()
                        .filter(at -> !at.isBefore(granted))
                        .isPresent())
                .max(Comparator.comparing(RestrictionProof::weight))
                .map(delivery -> new Point(destination.code(), true, words(delivery)))
                .orElseGet(() -> new Point(destination.code(), false, "not decided again yet"));
    }

    /** An acknowledged withdrawal says more than the decision before it. */
    private static int weight(Delivery delivery) {
        return delivery.kind() == DeliveryKind.WITHDRAWAL ? 1 : 0;
    }

    private static String words(Delivery delivery) {
        String at = delivery.finishedAt().map(AT::format).orElse("");
        if (delivery.kind() == DeliveryKind.WITHDRAWAL) {
            return "withdrawn; the withdrawal was acknowledged on " + at + ", delivery " + delivery.id();
        }
        return "decided again on " + at + ": " + delivery.state()
                + delivery.reason()
                        .map(r -> ", " + Reason.valueOf(r).publicCode())
                        .orElse("") + ", delivery " + delivery.id();
    }
}
