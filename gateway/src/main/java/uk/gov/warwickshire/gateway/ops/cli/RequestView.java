package uk.gov.warwickshire.gateway.ops.cli;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import uk.gov.warwickshire.gateway.rights.request.Deadline;
import uk.gov.warwickshire.gateway.rights.request.RightsRequest;

/** A request as commands print it: without who asks and in which words. */
record RequestView(
        UUID id,
        String kind,
        String childId,
        String state,
        LocalDate receivedOn,
        LocalDate dueOn,
        String urgency,
        String clock,
        Optional<String> destination,
        Optional<String> ground) {

    static RequestView of(RightsRequest request, LocalDate today) {
        Deadline deadline = request.deadline(today);
        return new RequestView(
                request.id(),
                request.kind().code(),
                request.childId(),
                request.state().name(),
                request.entered().receivedOn(),
                request.dueOn(),
                deadline.urgency().name(),
                deadline.words(),
                request.destination(),
                request.decided().map(decision -> decision.ground().code()));
    }
}
