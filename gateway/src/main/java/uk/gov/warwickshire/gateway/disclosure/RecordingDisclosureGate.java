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

    private final CurrentTerms terms;
    private final PersonFactsReader persons;
    private final JdbcDisclosureLedger ledger;
    private final DisclosureMetrics metrics;
    private final TransactionTemplate transaction;
    private final Ids ids;
    private final Clock clock;

    RecordingDisclosureGate(
            CurrentTerms terms,
            PersonFactsReader persons,
            JdbcDisclosureLedger ledger,
            DisclosureMetrics metrics,
            TransactionTemplate transaction,
            Ids ids,
            Clock clock) {
        this.terms = terms;
        this.persons = persons;
        this.ledger = ledger;
        this.metrics = metrics;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public List<Decision> decideAll(List<Disclosure> disclosures) {
        Terms now = terms.now();
        Judge judge = judge(now);
        String version = now.policy().version();
        return record(disclosures, false, version, judge::judge, (id, judged) -> judged.verdict()
                .asDecision(id, judged.disclosure(), version));
    }

    @Override
    public List<Cleared> clearWithdrawals(List<Disclosure> withdrawals) {
        Terms inForce = terms.now();
        Judge judge = judge(inForce);
        String version = inForce.policy().version();
        return record(
                withdrawals,
                true,
                version,
                (disclosure, facts, now) -> judge.withdrawal(disclosure),
                (id, judged) -> judged.verdict().cleared(id, judged.disclosure(), version));
    }

    @Override
    public List<Forecast> foresee(List<Disclosure> disclosures) {
        Instant now = clock.instant();
        PersonFacts facts = persons.read(disclosures, LocalDate.ofInstant(now, Judge.ZONE));
        Judge judge = judge(terms.now());
        return disclosures.stream()
                .map(disclosure -> judge.judge(disclosure, facts, now).asForecast())
                .toList();
    }

    private <D extends Decision> List<D> record(
            List<Disclosure> disclosures,
            boolean withdrawals,
            String policyVersion,
            Judging judging,
            BiFunction<UUID, Judged, D> decision) {
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
                entries.add(LedgerRow.of(id, now, disclosure, verdict, facts, policyVersion));
                toCheck.addAll(verdict.toCheck());
            }
            ledger.append(entries);
            persons.requestChecks(toCheck);
            metrics.countAfterCommit(made);
            return List.copyOf(made);
        });
        return Objects.requireNonNull(decisions);
    }

    private static Judge judge(Terms terms) {
        return new Judge(terms.policy(), terms.agreements());
    }

    private interface Judging {
        Verdict judge(Disclosure disclosure, PersonFacts facts, Instant now);
    }

    private record Judged(Disclosure disclosure, Verdict verdict) {}
}
