package uk.gov.warwickshire.gateway.rights.correction;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.Destination;
import uk.gov.warwickshire.gateway.delivery.CopyReader;
import uk.gov.warwickshire.gateway.rights.request.FulfilmentProof;
import uk.gov.warwickshire.gateway.rights.request.FulfilmentProof.Point;

/** Shows for each element that it is right, and for each destination that held the wrong version that it has the right one. */
@Component
class CorrectionProof {

    private static final DateTimeFormatter AT =
            DateTimeFormatter.ofPattern("d MMM yyyy HH:mm:ss", Locale.UK).withZone(ZoneId.of("Europe/London"));

    private final CopyReader copies;

    CorrectionProof(CopyReader copies) {
        this.copies = copies;
    }

    FulfilmentProof of(String childId, List<DisputedElement> elements) {
        List<CopyReader.HeldCopy> held = copies.ofChild(childId);
        List<Point> points = new ArrayList<>();
        for (DisputedElement element : elements) {
            String name = element.type() + "." + element.element();
            if (element.correction().isEmpty()) {
                points.add(new Point(name, false, "the case system has not delivered another value yet"));
                continue;
            }
            DisputedElement.Correction correction = element.correction().get();
            points.add(new Point(name, true, "right since " + AT.format(correction.at())));
            element.holders().forEach(holder -> points.add(holder(childId, name, holder, element, correction, held)));
            element.readers()
                    .forEach(reader -> points.add(new Point(
                            name + " at " + reader,
                            true,
                            "was shown it through the API and reads the right value there; is to be told")));
        }
        return new FulfilmentProof("corrected everywhere", points);
    }

    private Point holder(
            String childId,
            String name,
            String holder,
            DisputedElement element,
            DisputedElement.Correction correction,
            List<CopyReader.HeldCopy> held) {
        Optional<CopyReader.HeldCopy> copy = held.stream()
                .filter(one -> one.destination().code().equals(holder)
                        && one.reference().equals(element.reference()))
                .findFirst();
        if (copy.isEmpty()) {
            return new Point(name + " at " + holder, true, "holds it no longer");
        }
        if (correction.version() == 0 || copy.get().version() < correction.version()) {
            return new Point(name + " at " + holder, false, "has not confirmed the right version yet");
        }
        String at = copies.lastConfirmed(childId, new Destination(holder))
                .map(AT::format)
                .orElse("");
        return new Point(
                name + " at " + holder, true, "confirmed version " + copy.get().version() + ", last on " + at);
    }
}
