package uk.gov.warwickshire.gateway.cpis.query;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.gov.warwickshire.gateway.audit.AuditAgent;
import uk.gov.warwickshire.gateway.audit.AuditEntry;
import uk.gov.warwickshire.gateway.audit.AuditEntryBuilder;
import uk.gov.warwickshire.gateway.audit.AuditKind;
import uk.gov.warwickshire.gateway.audit.AuditOutcome;
import uk.gov.warwickshire.gateway.audit.AuditTrail;
import uk.gov.warwickshire.gateway.disclosure.Cleared;
import uk.gov.warwickshire.gateway.disclosure.Decision;

/** One entry for each question, or for each child where the answer is about several; scheduled or not. */
final class QueryAudit {

    private static final String SEARCH = "search-type";
    private static final Optional<String> PURPOSE = Optional.of("safeguarding");

    private final AuditTrail trail;

    QueryAudit(AuditTrail trail) {
        this.trail = trail;
    }

    /** Joins the caller's transaction. */
    void record(List<Case> cases) {
        trail.recordAll(cases.stream().flatMap(QueryAudit::entries).toList());
    }

    private static Stream<AuditEntry> entries(Case one) {
        if (one.decisions().isEmpty()) {
            return Stream.of(entry(one).outcome(outcome(one)).build());
        }
        return one.decisions().stream().map(decision -> entry(one)
                .outcome(outcome(one))
                .child(decision.disclosure().subject().childId())
                .resources(decision instanceof Cleared cleared ? resources(cleared) : List.of())
                .decision(decision.ledgerId(), decision.headline().name())
                .build());
    }

    private static AuditEntryBuilder entry(Case one) {
        Question question = one.question();
        return AuditEntry.of(
                        AuditKind.QUERY, SEARCH, question.endpoint().service().path(), AuditAgent.of(question.caller()))
                .purpose(PURPOSE)
                .resourceType(Optional.of(question.endpoint().resourceType()))
                .query(Optional.of(question.asked() + (question.unscheduled() ? " unscheduled" : " scheduled")))
                .requestId(question.requestId());
    }

    private static AuditOutcome outcome(Case one) {
        return one.reply() instanceof Answer ? AuditOutcome.SUCCESS : AuditOutcome.refused(Fault.ACCESS_DENIED.code());
    }

    private static List<String> resources(Decision decision) {
        return decision.disclosure().resources().stream()
                .map(resource -> resource.type() + "/" + resource.id() + "/_history/" + resource.version())
                .distinct()
                .toList();
    }
}
