package uk.gov.warwickshire.gateway.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.warwickshire.gateway.common.Destination;
import uk.gov.warwickshire.gateway.common.Ids;
import uk.gov.warwickshire.gateway.disclosure.Withheld;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;
import uk.gov.warwickshire.gateway.store.ChildFacts;
import uk.gov.warwickshire.gateway.store.ResourceReader;
import uk.gov.warwickshire.gateway.store.StoredResource;

/**
 * Has the gate decide on leased deliveries, and writes what follows in the same transaction as the ledger. The records
 * are locked until then, so what is decided on is what is sent.
 */
@Component
class DecisionStep {

    private static final Logger LOG = LoggerFactory.getLogger(DecisionStep.class);

    private final TransactionTemplate transaction;
    private final ResourceReader reader;
    private final GateQuestions gate;
    private final DeliveryTable deliveries;
    private final AttemptTable attempts;
    private final CopyTable copies;
    private final DeliveryCounters counters;
    private final RetryPolicy retries;
    private final Ids ids;
    private final Clock clock;

    DecisionStep(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            ResourceReader reader,
            GateQuestions gate,
            DeliveryCounters counters,
            GatewaySettings settings,
            Ids ids,
            Clock clock) {
        this.transaction = new TransactionTemplate(transactions);
        this.reader = reader;
        this.gate = gate;
        this.deliveries = new DeliveryTable(jdbc);
        this.attempts = new AttemptTable(jdbc);
        this.copies = new CopyTable(jdbc);
        this.counters = counters;
        this.retries = RetryPolicy.of(settings.delivery());
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Decides, commits, and gives back what may now be sent. All leases are of one destination. If one of them cannot be
     * decided, the others are all the same; it is tried again later and stands in the backlog until then.
     */
    List<Dispatch> decide(Destination destination, List<Lease> leases, UUID owner) {
        try {
            return decideTogether(destination, leases, owner);
        } catch (RuntimeException failure) {
            if (leases.size() == 1) {
                putOff(leases.get(0), owner, failure);
                return List.of();
            }
            return leases.stream()
                    .flatMap(lease -> decide(destination, List.of(lease), owner).stream())
                    .toList();
        }
    }

    private void putOff(Lease lease, UUID owner, RuntimeException failure) {
        // The kind alone: a message of the database or of a parser may quote a record.
        String kind = failure.getClass().getSimpleName();
        LOG.error("Delivery {} to {} could not be decided: {}", lease.id(), lease.destination(), kind);
        Move move = lease.state() == DeliveryState.CLEARED ? Move.to(lease, DeliveryState.RETRYING) : Move.to(lease);
        Instant now = clock.instant();
        deliveries.move(
                List.of(move.because(Optional.empty(), "could not be decided: " + kind)
                        .again(now.plus(retries.maxPause()))),
                owner,
                now);
    }

    private List<Dispatch> decideTogether(Destination destination, List<Lease> leases, UUID owner) {
        List<Move> moved = new ArrayList<>();
        List<Dispatch> dispatches = transaction.execute(status -> {
            rememberCutOff(destination, leases);
            List<Answer> answers = gate.ask(candidates(destination, leases), status);
            Instant now = clock.instant();
            List<Move> moves = answers.stream().map(DecisionMoves::of).toList();
            Set<UUID> stillOurs = deliveries.move(moves, owner, now);
            moves.stream().filter(move -> stillOurs.contains(move.lease().id())).forEach(moved::add);
            List<Answer> ours = answers.stream()
                    .filter(answer -> stillOurs.contains(answer.lease().id()))
                    .toList();
            enqueueWithdrawals(ours, now);
            return ours.stream()
                    .flatMap(answer -> answer.dispatch(now).stream())
                    .toList();
        });
        counters.count(moved);
        return dispatches;
    }

    /** An attempt that was cut off may have reached the destination: its copy then holds something we cannot name. */
    private void rememberCutOff(Destination destination, List<Lease> leases) {
        List<Lease> cutOff =
                leases.stream().filter(lease -> !lease.inFlight().isEmpty()).toList();
        copies.put(destination, Copies.uncertain(cutOff));
        attempts.cutOff(cutOff, clock.instant());
    }

    private List<Candidate> candidates(Destination destination, List<Lease> leases) {
        List<String> children = leases.stream().map(Lease::childId).toList();
        Map<String, ChildFacts> facts = reader.lockedFacts(children);
        Map<String, List<StoredResource>> records = reader.current(children);
        Map<String, List<CopyEntry>> held = copies.ofChildren(destination, children);
        return leases.stream()
                .map(lease -> new Candidate(
                        lease,
                        Optional.ofNullable(facts.get(lease.childId())),
                        records.getOrDefault(lease.childId(), List.of()),
                        held.getOrDefault(lease.childId(), List.of())))
                .toList();
    }

    /** What was sent before and is withheld now is taken back. */
    private void enqueueWithdrawals(List<Answer> answers, Instant now) {
        deliveries.insert(answers.stream()
                .filter(answer ->
                        answer.decision().filter(Withheld.class::isInstance).isPresent())
                .filter(answer -> !answer.candidate().copy().isEmpty())
                .map(Answer::lease)
                .map(lease -> new NewDelivery(
                        lease.childId(),
                        lease.destination(),
                        ids.next(),
                        DeliveryKind.WITHDRAWAL,
                        "withheld after an earlier send",
                        now,
                        Optional.empty()))
                .toList());
    }
}
