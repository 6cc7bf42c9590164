package uk.gov.warwickshire.gateway.api.access;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.warwickshire.gateway.api.access.AnswerRecords.Asking;
import uk.gov.warwickshire.gateway.api.access.AnswerRecords.Recorded;
import uk.gov.warwickshire.gateway.audit.AuditEntry;
import uk.gov.warwickshire.gateway.audit.AuditOutcome;
import uk.gov.warwickshire.gateway.audit.AuditTrail;
import uk.gov.warwickshire.gateway.common.security.Refusal;
import uk.gov.warwickshire.gateway.disclosure.Decision;
import uk.gov.warwickshire.gateway.disclosure.Disclosure;
import uk.gov.warwickshire.gateway.disclosure.DisclosureGate;
import uk.gov.warwickshire.gateway.store.AnswerFacts;
import uk.gov.warwickshire.gateway.store.AnswerFactsReader;

/** Asks the gate and writes the audit for all questions that arrive together, in one transaction. */
@Component
class AnswerDesk {

    private final AnswerFactsReader facts;
    private final DisclosureGate gate;
    private final AuditTrail audit;
    private final BreakGlass breakGlass;
    private final TransactionTemplate transaction;

    AnswerDesk(
            AnswerFactsReader facts,
            DisclosureGate gate,
            AuditTrail audit,
            BreakGlass breakGlass,
            TransactionTemplate transaction) {
        this.facts = facts;
        this.gate = gate;
        this.audit = audit;
        this.breakGlass = breakGlass;
        this.transaction = transaction;
    }

    /** In the order of the questions; committed when this returns, or nothing has been done. */
    List<Recorded> answer(List<Asking> group) {
        return Objects.requireNonNull(transaction.execute(status -> record(group)));
    }

    private List<Recorded> record(List<Asking> group) {
        Map<String, AnswerFacts> known = facts.of(group.stream()
                .map(asking -> asking.children().keySet())
                .flatMap(Set::stream)
                .collect(Collectors.toSet()));
        List<List<Child>> children =
                group.stream().map(asking -> children(asking, known)).toList();
        Iterator<Decision> decisions = gate.decideAll(children.stream()
                        .flatMap(List::stream)
                        .map(Child::disclosure)
                        .toList())
                .iterator();
        List<List<ChildAnswer>> answers = new ArrayList<>();
        List<List<AuditEntry>> entries = new ArrayList<>();
        for (int i = 0; i < group.size(); i++) {
            answers.add(answers(group.get(i), children.get(i), decisions));
            entries.add(entries(group.get(i), children.get(i), answers.get(i)));
        }
        Iterator<UUID> ids =
                audit.recordAll(entries.stream().flatMap(List::stream).toList()).iterator();
        List<Recorded> recorded = new ArrayList<>();
        for (int i = 0; i < group.size(); i++) {
            recorded.add(new Recorded(
                    answers.get(i),
                    entries.get(i).stream().map(entry -> ids.next()).toList()));
        }
        return recorded;
    }

    /** One of whom a question would show something, and what that would be. */
    private record Child(AnswerFacts known, Disclosure disclosure) {}

    private List<Child> children(Asking asking, Map<String, AnswerFacts> known) {
        List<Child> children = new ArrayList<>();
        asking.children().forEach((id, resources) -> {
            AnswerFacts child = known.get(id);
            if (child != null) {
                Disclosure disclosure = AnswerDisclosures.of(
                        audit.nextId(), asking.question().caller(), asking.admission(), child, resources);
                children.add(new Child(child, disclosure));
            }
        });
        return children;
    }

    private List<ChildAnswer> answers(Asking asking, List<Child> children, Iterator<Decision> decisions) {
        List<ChildAnswer> answers = new ArrayList<>();
        for (Child child : children) {
            ChildAnswer answer = new ChildAnswer(decisions.next(), child.known(), asking.admission());
            if (answer.wasOverridden()) {
                breakGlass.grant(
                        asking.question().caller(),
                        asking.admission().purpose(),
                        child.known().facts().childId());
            }
            answers.add(answer);
        }
        return answers;
    }

    private static List<AuditEntry> entries(Asking asking, List<Child> children, List<ChildAnswer> answers) {
        Question question = asking.question();
        List<AuditEntry> entries = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            entries.add(AnswerAudit.ofChild(children.get(i).disclosure().messageId(), question, answers.get(i)));
        }
        if (entries.isEmpty()) {
            boolean nothing =
                    question.interaction().isByName() && asking.directory().isEmpty();
            AuditOutcome outcome = nothing ? AuditOutcome.refused(Refusal.NOT_FOUND.code()) : AuditOutcome.SUCCESS;
            entries.add(AnswerAudit.ofNoChild(
                    question, Optional.of(asking.admission().purpose()), asking.directory(), outcome));
        }
        return entries;
    }
}
