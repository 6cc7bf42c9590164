package uk.gov.warwickshire.gateway.cpis.query;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.warwickshire.gateway.audit.AuditTrail;
import uk.gov.warwickshire.gateway.common.Destination;
import uk.gov.warwickshire.gateway.cpis.query.AccessList.Seen;
import uk.gov.warwickshire.gateway.disclosure.Agreements;
import uk.gov.warwickshire.gateway.disclosure.CurrentTerms;
import uk.gov.warwickshire.gateway.disclosure.Decision;
import uk.gov.warwickshire.gateway.disclosure.Disclosure;
import uk.gov.warwickshire.gateway.disclosure.DisclosureGate;
import uk.gov.warwickshire.mappings.cpis.CpIsScope;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/**
 * Answers many questions at once, with a constant number of statements: looks up, decides, lists, tells the team, audits,
 * all in one transaction. What cannot be recorded is not answered.
 */
@Component
class FlagDesk {

    /** Days begin and end where the council is. */
    private static final ZoneId COUNCIL = ZoneId.of("Europe/London");

    private static final int SECONDS = 5;

    private final FlagTable flags;
    private final AccessList accesses;
    private final TeamNotices notices;
    private final DisclosureGate gate;
    private final CurrentTerms terms;
    private final QueryAudit audit;
    private final CpIsScope scope;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FlagDesk(
            FlagTable flags,
            AccessList accesses,
            TeamNotices notices,
            DisclosureGate gate,
            CurrentTerms terms,
            AuditTrail trail,
            CpIsScope scope,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.flags = flags;
        this.accesses = accesses;
        this.notices = notices;
        this.gate = gate;
        this.terms = terms;
        this.audit = new QueryAudit(trail);
        this.scope = scope;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setTimeout(SECONDS);
        this.clock = clock;
    }

    /**
     * The replies stand in the order of the questions; each is committed when this returns.
     *
     * @throws RuntimeException if any of it cannot be read or written: then none is answered
     */
    List<Reply> answer(List<Question> questions) {
        List<Reply> replies = transaction.execute(status -> answerInTransaction(questions));
        return Objects.requireNonNull(replies);
    }

    private List<Reply> answerInTransaction(List<Question> questions) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, COUNCIL);
        List<Case> cases = cases(questions, today);
        decide(cases);
        List<Seen> seen = cases.stream().flatMap(one -> one.seen().stream()).toList();
        notices.add(accesses.add(seen, now), now);
        audit.record(cases);
        return cases.stream().map(Case::reply).toList();
    }

    private List<Case> cases(List<Question> questions, LocalDate today) {
        Map<NhsNumber, List<HeldStatuses>> held =
                flags.find(questions.stream().map(Question::number).toList());
        Agreements agreements = terms.now().agreements();
        List<Case> cases = new ArrayList<>(questions.size());
        for (Question question : questions) {
            Standing standing = Standing.of(held.getOrDefault(question.number(), List.of()), today, scope);
            boolean mayAsk = !agreements
                    .inForce(Destination.CP_IS, Optional.of(question.caller().odsCode()), today)
                    .isEmpty();
            cases.add(new Case(question, standing, mayAsk));
        }
        Map<String, List<ListedAccess>> latest = accesses.latest(cases.stream()
                .filter(Case::asksForAccesses)
                .map(Case::personId)
                .flatMap(Optional::stream)
                .toList());
        cases.forEach(one -> one.accesses(latest));
        return cases;
    }

    private void decide(List<Case> cases) {
        List<Disclosure> disclosures =
                cases.stream().flatMap(one -> one.disclosures().stream()).toList();
        Map<UUID, List<Decision>> decisions = new HashMap<>();
        for (Decision decision : gate.decideAll(disclosures)) {
            decisions
                    .computeIfAbsent(decision.disclosure().messageId(), id -> new ArrayList<>())
                    .add(decision);
        }
        cases.forEach(one -> one.decided(decisions.getOrDefault(one.question().id(), List.of())));
    }
}
