package uk.gov.warwickshire.gateway.rights.request;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What is entered when a person asks.
 *
 * @param childId the council's id; a request about a child of whom nothing is held is entered too, since it must be answered
 * @param requester name of whoever asks
 * @param contact where the answer goes
 * @param destination code or family, where the request is about one
 * @param asked in the person's words
 */
public record NewRequest(
        RequestKind kind,
        String childId,
        LocalDate receivedOn,
        String requester,
        Capacity capacity,
        String contact,
        Optional<String> destination,
        String asked) {

    public NewRequest {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(receivedOn, "receivedOn");
        Objects.requireNonNull(capacity, "capacity");
        childId = childId.strip();
        requester = requester.strip();
        contact = contact.strip();
        asked = asked.strip();
        destination = destination.map(String::strip).filter(code -> !code.isEmpty());
        require(!childId.isEmpty(), "Say which child it is about.");
        require(!requester.isEmpty(), "Say who asks.");
        require(!contact.isEmpty(), "Say where the answer goes.");
        require(
                !kind.needsDestination() || destination.isPresent(),
                "Name the destination: a consent is given for one alone.");
        require(
                destination.isEmpty() || kind.isChoice(),
                "Only a restriction, an objection or a consent names a destination.");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** Keeps persons out of logs. */
    @Override
    public String toString() {
        return "NewRequest[" + kind + "]";
    }
}
