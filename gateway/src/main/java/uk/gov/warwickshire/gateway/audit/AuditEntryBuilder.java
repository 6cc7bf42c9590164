package uk.gov.warwickshire.gateway.audit;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Puts an {@link AuditEntry} together by the names of its parts. */
public final class AuditEntryBuilder {

    private final AuditKind kind;
    private final String interaction;
    private final String source;
    private final AuditAgent agent;
    private Optional<UUID> id = Optional.empty();
    private AuditOutcome outcome = AuditOutcome.SUCCESS;
    private Optional<String> purpose = Optional.empty();
    private Optional<String> childId = Optional.empty();
    private Optional<String> resourceType = Optional.empty();
    private List<String> resources = List.of();
    private Optional<String> query = Optional.empty();
    private List<UUID> decisionIds = List.of();
    private Optional<String> decisionCode = Optional.empty();
    private Optional<String> breakGlassReason = Optional.empty();
    private Optional<String> requestId = Optional.empty();

    AuditEntryBuilder(AuditKind kind, String interaction, String source, AuditAgent agent) {
        this.kind = kind;
        this.interaction = interaction;
        this.source = source;
        this.agent = agent;
    }

    /** @param value from {@link AuditTrail#nextId}, where a decision names the entry before it is written */
    public AuditEntryBuilder id(UUID value) {
        id = Optional.of(value);
        return this;
    }

    public AuditEntryBuilder outcome(AuditOutcome value) {
        outcome = value;
        return this;
    }

    public AuditEntryBuilder purpose(Optional<String> value) {
        purpose = value;
        return this;
    }

    public AuditEntryBuilder child(String value) {
        childId = Optional.of(value);
        return this;
    }

    public AuditEntryBuilder resourceType(Optional<String> value) {
        resourceType = value;
        return this;
    }

    /** @param value `Type/id/_history/version` of each */
    public AuditEntryBuilder resources(List<String> value) {
        resources = value;
        return this;
    }

    public AuditEntryBuilder query(Optional<String> value) {
        query = value;
        return this;
    }

    /** @param code headline of the decision, in the words that may stand outside the ledger: {@code Reason.publicCode} */
    public AuditEntryBuilder decision(UUID ledgerId, String code) {
        decisionIds = List.of(ledgerId);
        decisionCode = Optional.of(code);
        return this;
    }

    public AuditEntryBuilder breakGlass(Optional<String> reason) {
        breakGlassReason = reason;
        return this;
    }

    public AuditEntryBuilder requestId(Optional<String> value) {
        requestId = value;
        return this;
    }

    public AuditEntry build() {
        return new AuditEntry(
                id,
                kind,
                interaction,
                source,
                agent,
                purpose,
                outcome,
                childId,
                resourceType,
                resources,
                query,
                decisionIds,
                decisionCode,
                breakGlassReason,
                requestId);
    }
}
