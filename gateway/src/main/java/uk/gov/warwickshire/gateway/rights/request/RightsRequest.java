package uk.gov.warwickshire.gateway.rights.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A request as it stands.
 *
 * @param clockFrom day from which the month runs
 * @param dueOn last day for the answer
 * @param extendedBecause why it takes two months more
 * @param confirmed who confirmed identity and capacity, and by which evidence
 */
public record RightsRequest(
        UUID id,
        NewRequest entered,
        RequestState state,
        LocalDate clockFrom,
        LocalDate dueOn,
        Optional<String> extendedBecause,
        Optional<Confirmation> confirmed,
        Optional<RequestDecision> decided,
        Instant createdAt,
        Optional<Instant> finishedAt) {

    /** Who asks was confirmed, by whom, when and how. */
    public record Confirmation(String officer, String evidence, Instant at) {}

    /** The decision, with the ground in law and the officer's own words. */
    public record RequestDecision(Ground ground, String officer, String because, Instant at) {}

    public RightsRequest {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(entered, "entered");
        Objects.requireNonNull(state, "state");
    }

    public RequestKind kind() {
        return entered.kind();
    }

    public String childId() {
        return entered.childId();
    }

    public Optional<String> destination() {
        return entered.destination();
    }

    public Deadline deadline(LocalDate today) {
        return Deadline.of(dueOn, state.isOpen(), today);
    }

    /** Keeps persons out of logs. */
    @Override
    public String toString() {
        return "RightsRequest[" + id + ", " + state + "]";
    }
}
