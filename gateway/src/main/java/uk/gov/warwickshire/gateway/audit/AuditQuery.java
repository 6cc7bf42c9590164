package uk.gov.warwickshire.gateway.audit;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What to look for; an empty part means any.
 *
 * @param decidedOnly only what rests on a disclosure decision
 * @param from inclusive
 * @param until exclusive
 * @param after id of the last entry of the page before: only older ones are given
 */
public record AuditQuery(
        Optional<String> childId,
        Optional<String> odsCode,
        Optional<String> clientId,
        Optional<AuditOutcome.Result> result,
        Optional<String> purpose,
        Optional<AuditKind> kind,
        boolean decidedOnly,
        boolean breakGlassOnly,
        Instant from,
        Instant until,
        Optional<UUID> after,
        int limit) {

    public static final int MAX_LIMIT = 1000;

    public AuditQuery {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit is 1 to " + MAX_LIMIT);
        }
    }

    /** Everything between two moments, to be narrowed by the `with` methods. */
    public static AuditQuery between(Instant from, Instant until, int limit) {
        Optional<String> any = Optional.empty();
        return new AuditQuery(
                any,
                any,
                any,
                Optional.empty(),
                any,
                Optional.empty(),
                false,
                false,
                from,
                until,
                Optional.empty(),
                limit);
    }

    public AuditQuery withChild(String child) {
        return new AuditQuery(
                Optional.of(child),
                odsCode,
                clientId,
                result,
                purpose,
                kind,
                decidedOnly,
                breakGlassOnly,
                from,
                until,
                after,
                limit);
    }

    public AuditQuery withOrganisation(String ods) {
        return new AuditQuery(
                childId,
                Optional.of(ods),
                clientId,
                result,
                purpose,
                kind,
                decidedOnly,
                breakGlassOnly,
                from,
                until,
                after,
                limit);
    }

    public AuditQuery withLimit(int most) {
        return new AuditQuery(
                childId,
                odsCode,
                clientId,
                result,
                purpose,
                kind,
                decidedOnly,
                breakGlassOnly,
                from,
                until,
                after,
                most);
    }

    public AuditQuery after(UUID last) {
        return new AuditQuery(
                childId,
                odsCode,
                clientId,
                result,
                purpose,
                kind,
                decidedOnly,
                breakGlassOnly,
                from,
                until,
                Optional.of(last),
                limit);
    }

    /** Keeps persons out of logs. */
    @Override
    public String toString() {
        return "AuditQuery[***]";
    }
}
