package uk.gov.warwickshire.gateway.intake;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A delivered file.
 *
 * @param name as the council named it, without folders
 * @param failure why nothing of it was applied; only when FAILED
 * @param attempts how often reading was begun
 * @param applied a format that is applied in one transaction has been, with these counters; only the end is missing
 */
public record Batch(
        UUID id,
        Format format,
        String name,
        BatchState state,
        Counters counters,
        Instant receivedAt,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt,
        Optional<String> failure,
        int attempts,
        boolean applied) {
    public Batch {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(format, "format");
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank");
        }
    }
}
