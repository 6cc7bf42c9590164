package uk.gov.warwickshire.gateway.audit;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What to look for; an empty part means any.
 *
 * @param from inclusive
 * @param until exclusive
 * @param after the last entry of the page before: only older ones are given
 */
public record AuditQuery(
        Optional<String> childId,
        Optional<String> odsCode,
        Optional<String> clientId,
        Optional<AuditOutcome.Result> result,
        Optional<String> purpose,
        Optional<AuditKind> kind,
        boolean breakGlassOnly,
        Instant from,
        Instant until,
        Optional<Position> after,
        int limit) {

    public static final int MAX_LIMIT = 1000;

    /** Where a page ended. */
    public record Position(Instant recordedAt, UUID id) {}

    public AuditQuery {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit is 1 to " + MAX_LIMIT);
        }
    }

    /** Keeps persons out of logs. */
    @Override
    public String toString() {
        return "AuditQuery[***]";
    }
}
