package uk.gov.warwickshire.gateway.disclosure;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.warwickshire.gateway.common.Ids;
import uk.gov.warwickshire.gateway.disclosure.Disclosure.Kind;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/** Looks the persons up, judges, records, counts: the one way to a {@link Cleared}. */
@Component
class RecordingDisclosureGate implements DisclosureGate, DisclosureForecast {

    private final DisclosurePolicy policy;
    private final Judge judge;
    private final PersonFactsReader persons;
    private final JdbcDisclosureLedger ledger;
    private final DisclosureMetrics metrics;
    private final TransactionTemplate transaction;
    private final Ids ids;
    private final Clock clock;

    RecordingDisclosureGate(
            DisclosurePolicy policy,
            Agreements agreements,
            PersonFactsReader persons,
            JdbcDisclosureLedger ledger,
            DisclosureMetrics metrics,
            TransactionTemplate transaction,
            Ids ids,
            Clock clock) {
        this.policy = policy;
        this.judge = new Judge(policy, agreements);
        this.persons = persons;
        this.ledger = ledger;
        this.metrics = metrics;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public List<Decision> decideAll(List<Disclosure> disclosures) {
        return record(disclosures, false, judge::judge, (id, judged) -> judged.verdict()
                .asDecision(id, judged.disclosure(), policy.version()));
    }

    @Override
    public List<Cleared> clearWithdrawals(List<Disclosure> withdrawals) {
        return record(
                withdrawals,
                true,
                (disclosure, facts, now) -> judge.withdrawal(disclosure),
                (id, judged) -> judged.verdict().cleared(id, judged.disclosure(), policy.version()));
    }

    @Override
    public List<Forecast> foresee(List<Disclosure> disclosures) {
        Instant now = clock.instant();
        PersonFacts facts = persons.read(disclosures, LocalDate.ofInstant(now, Judge.ZONE));
        return disclosures.stream()
                .map(disclosure -> judge.judge(disclosure, facts, now).asForecast())
                .toList();
    }

    private <D extends Decision> List<D> record(
            List<Disclosure> disclosures, boolean withdrawals, Judging judging, BiFunction<UUID, Judged, D> decision) {
        if (disclosures.stream().anyMatch(d -> (d.kind() == Kind.WITHDRAWAL) != withdrawals)) {
            throw new IllegalArgumentException("withdrawals are cleared, everything else is decided");
        }
        if (disclosures.isEmpty()) {
            return List.of();
        }
        List<D> decisions = transaction.execute(status -> {
            Instant now = clock.instant();
            PersonFacts facts = persons.read(disclosures, LocalDate.ofInstant(now, Judge.ZONE));
            List<D> made = new ArrayList<>(disclosures.size());
            List<LedgerEntry> entries = new ArrayList<>(disclosures.size());
            Set<NhsNumber> toCheck = new TreeSet<>();
            for (Disclosure disclosure : disclosures) {
                UUID id = ids.next();
                Verdict verdict = judging.judge(disclosure, facts, now);
                made.add(decision.apply(id, new Judged(disclosure, verdict)));
                entries.add(LedgerRow.of(id, now, disclosure, verdict, facts, policy.version()));
                toCheck.addAll(verdict.toCheck());
            }
            ledger.append(entries);
            persons.requestChecks(toCheck);
            metrics.countAfterCommit(made);
            return List.copyOf(made);
        });
        return Objects.requireNonNull(decisions);
    }

    private interface Judging {
        Verdict judge(Disclosure disclosure, PersonFacts facts, Instant now);
    }

    private record Judged(Disclosure disclosure, Verdict verdict) {}
}
