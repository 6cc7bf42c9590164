package uk.gov.warwickshire.gateway.audit;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * One request, or the part of it that is about one child: a request about several children has one entry for each, as
 * BALP asks.
 *
 * @param id where the caller has to know it before; empty: a new one
 * @param interaction code of `http://hl7.org/fhir/restful-interaction`, e.g. `read`, `search-type`, or `operation`
 * @param source base path of the interface that was asked, e.g. `/fhir/R4`
 * @param purpose why, in the words of the agreement
 * @param childId the council's id; empty if no child could be identified
 * @param resourceType what was asked for
 * @param resources what was shown, as `Type/id/_history/version`
 * @param query the request as it came; stored here and nowhere else, never logged, since it may hold an NHS number
 * @param decisionIds entries of the disclosure ledger on which the answer rests
 * @param decisionCode headline of the decision as it may stand outside the ledger; never a result of the opt-out check
 * @param breakGlassReason why an objection was overridden, in the caller's words
 * @param requestId the caller's own id of the request, `X-Request-ID`
 */
public record AuditEntry(
        Optional<UUID> id,
        AuditKind kind,
        String interaction,
        String source,
        AuditAgent agent,
        Optional<String> purpose,
        AuditOutcome outcome,
        Optional<String> childId,
        Optional<String> resourceType,
        List<String> resources,
        Optional<String> query,
        List<UUID> decisionIds,
        Optional<String> decisionCode,
        Optional<String> breakGlassReason,
        Optional<String> requestId) {

    public AuditEntry {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(agent, "agent");
        Objects.requireNonNull(outcome, "outcome");
        resources = List.copyOf(resources);
        decisionIds = List.copyOf(decisionIds);
        if (interaction.isBlank() || source.isBlank()) {
            throw new IllegalArgumentException("an audit entry says what was asked, and where");
        }
    }

    /** Begins an entry; what is not set is empty and the outcome is success. */
    public static AuditEntryBuilder of(AuditKind kind, String interaction, String source, AuditAgent agent) {
        return new AuditEntryBuilder(kind, interaction, source, agent);
    }

    /** Keeps persons out of logs. */
    @Override
    public String toString() {
        return "AuditEntry[" + kind + " " + interaction + "]";
    }
}
