package uk.gov.warwickshire.gateway.cpis.query;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.gov.warwickshire.gateway.cpis.query.AccessList.Seen;
import uk.gov.warwickshire.gateway.disclosure.Cleared;
import uk.gov.warwickshire.gateway.disclosure.Decision;
import uk.gov.warwickshire.gateway.disclosure.Disclosure;
import uk.gov.warwickshire.gateway.disclosure.Reason;
import uk.gov.warwickshire.gateway.disclosure.Withheld;

/** One question on its way through the desk; confined to one transaction. */
final class Case {
    private static final Set<Reason> NOBODY_MAY = Set.of(Reason.NO_AGREEMENT, Reason.AGREEMENT_EXPIRED);

    private final Question question;
    private final Standing standing;
    private final boolean mayAsk;
    private List<ListedAccess> accesses = List.of();
    private List<Decision> decisions = List.of();
    private Reply reply = new Reply.Denied();

    Case(Question question, Standing standing, boolean mayAsk) {
        this.question = question;
        this.standing = standing;
        this.mayAsk = mayAsk;
    }

    Question question() {
        return question;
    }

    boolean asksForAccesses() {
        return question.endpoint() == Endpoint.AUDIT_EVENT && !standing.plans().isEmpty();
    }

    Optional<String> personId() {
        return standing.about().stream().findFirst().map(row -> row.timeline().personId());
    }

    void accesses(Map<String, List<ListedAccess>> latest) {
        if (asksForAccesses()) {
            accesses = personId().map(id -> latest.getOrDefault(id, List.of())).orElse(List.of()).stream()
                    .limit(question.atMost())
                    .toList();
        }
    }

    List<Disclosure> disclosures() {
        return Disclosures.of(question, standing, accesses);
    }

    void decided(List<Decision> made) {
        decisions = made;
        boolean refused = made.stream().anyMatch(one -> one instanceof Withheld && NOBODY_MAY.contains(one.headline()));
        if (mayAsk && !refused) {
            List<Cleared> cleared = made.stream()
                    .filter(Cleared.class::isInstance)
                    .map(Cleared.class::cast)
                    .toList();
            reply = Answer.of(question, cleared, standing, accesses);
        }
    }

    List<Decision> decisions() {
        return decisions;
    }

    Reply reply() {
        return reply;
    }

    /** The access that is to be listed: unscheduled, and something was found and shown. */
    List<Seen> seen() {
        if (question.isListed()
                && reply instanceof Answer answer
                && !answer.plans().isEmpty()) {
            HeldStatuses first = standing.about().get(0);
            return List.of(new Seen(
                    first.timeline().personId(),
                    first.timeline().childId(),
                    question,
                    answer.plans().size()));
        }
        return List.of();
    }

    List<String> children() {
        return standing.about().stream()
                .map(row -> row.timeline().childId())
                .distinct()
                .toList();
    }
}
