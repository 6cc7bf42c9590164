package uk.gov.warwickshire.gateway.api.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An emergency override of one child's objection. It covers the requests that the same person and application make with a
 * reason until it expires; each of them stands in the audit.
 *
 * @param user empty where the token names no person
 */
public record BreakGlassGrant(
        UUID id,
        String childId,
        String odsCode,
        String clientId,
        Optional<String> user,
        String purpose,
        String reason,
        Instant grantedAt,
        Instant expiresAt) {

    /** Keeps persons out of logs. */
    @Override
    public String toString() {
        return "BreakGlassGrant[" + id + "]";
    }
}
