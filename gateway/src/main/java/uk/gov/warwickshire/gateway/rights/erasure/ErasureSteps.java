package uk.gov.warwickshire.gateway.rights.erasure;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import uk.gov.warwickshire.gateway.common.ErasedPerson;
import uk.gov.warwickshire.gateway.common.SingleRunner;
import uk.gov.warwickshire.gateway.delivery.ErasureWithdrawals;
import uk.gov.warwickshire.gateway.rights.hold.LegalHolds;
import uk.gov.warwickshire.gateway.rights.retention.RetentionSchedule;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;
import uk.gov.warwickshire.gateway.store.ErasureGuard;

/**
 * Takes each erasure a step on: shut the record and withdraw it, wait for the recipients, erase, wait for indexes and files,
 * certify. Each step is one transaction that also writes the state: a crash leaves the step done or not begun, and
 * whichever replica comes next goes on. Until the step that erases, an obstacle that appears stops everything and the
 * record is as it was.
 */
@Component
public class ErasureSteps {

    private static final Logger LOG = LoggerFactory.getLogger(ErasureSteps.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int AT_ONCE = 500;

    private final ErasureTable table;
    private final Standing standing;
    private final Tombstones tombstones;
    private final Erasing erasing;
    private final LegalHolds holds;
    private final ErasureGuard guard;
    private final ErasureWithdrawals withdrawals;
    private final RetentionSchedule schedule;
    private final String council;
    private final TransactionTemplate transaction;
    private final SingleRunner runner;
    private final Clock clock;

    ErasureSteps(
            ErasureTable table,
            Standing standing,
            Tombstones tombstones,
            Erasing erasing,
            LegalHolds holds,
            ErasureGuard guard,
            ErasureWithdrawals withdrawals,
            RetentionSchedule schedule,
            GatewaySettings settings,
            TransactionTemplate transaction,
            SingleRunner runner,
            Clock clock) {
        this.table = table;
        this.standing = standing;
        this.tombstones = tombstones;
        this.erasing = erasing;
        this.holds = holds;
        this.guard = guard;
        this.withdrawals = withdrawals;
        this.schedule = schedule;
        this.council = settings.organisation().name();
        this.transaction = transaction;
        this.runner = runner;
        this.clock = clock;
    }

    /** One step of each erasure that is under way, the oldest first; by one replica. */
    public void advance() {
        runner.run("erasures", () -> table.inState(
                        AT_ONCE, ErasureState.APPROVED, ErasureState.WITHDRAWING, ErasureState.ERASED)
                .forEach(this::advance));
    }

    private void advance(Erasure erasure) {
        try {
            transaction.executeWithoutResult(
                    status -> table.locked(erasure.id()).ifPresent(this::step));
        } catch (RuntimeException e) {
            // The kind alone: a message of the database may quote a record.
            LOG.error(
                    "Erasure {} could not go on: {}", erasure.id(), e.getClass().getName());
        }
    }

    private void step(Erasure erasure) {
        switch (erasure.state()) {
            case APPROVED -> withdraw(erasure);
            case WITHDRAWING -> erase(erasure);
            case ERASED -> certify(erasure);
            default -> {}
        }
    }

    private void withdraw(Erasure erasure) {
        String child = erasure.childId().orElseThrow();
        holds.await();
        tombstones.await();
        Optional<Boolean> wasRestricted = guard.shut(child);
        List<Obstacle> obstacles = standing.of(child, erasure.cause()).inOrder();
        if (wasRestricted.isEmpty() || !obstacles.isEmpty()) {
            wasRestricted.ifPresent(was -> guard.open(child, was));
            stop(erasure, obstacles);
            return;
        }
        tombstones.lay(erasure.id(), erasing.person(guard.person(child, erasure.pseudonym())));
        withdrawals.order(child);
        table.withdrawing(erasure.id(), wasRestricted.get());
    }

    private void erase(Erasure erasure) {
        String child = erasure.childId().orElseThrow();
        holds.await();
        tombstones.await();
        guard.shut(child);
        List<Obstacle> obstacles = standing.of(child, erasure.cause()).inOrder();
        if (!obstacles.isEmpty()) {
            guard.open(child, table.wasRestricted(erasure.id()));
            tombstones.lift(erasure.id());
            withdrawals.takeBack(child);
            stop(erasure, obstacles);
            return;
        }
        ErasureWithdrawals.Standing recipients = withdrawals.of(child);
        if (!recipients.isComplete()) {
            return;
        }
        ErasedPerson person = erasing.person(guard.person(child, erasure.pseudonym()));
        tombstones.lay(erasure.id(), person);
        erasing.erase(erasure.id(), person);
        table.erased(erasure.id(), person, JSON.writeValueAsString(recipients.acknowledged()), clock.instant());
    }

    private void certify(Erasure erasure) {
        if (!erasing.isGone(table.person(erasure.id()))) {
            return;
        }
        Certificate certificate = Certificate.of(
                erasure,
                table.removed(erasure.id()),
                table.withdrawals(erasure.id()),
                schedule.version(),
                council,
                clock.instant());
        table.done(erasure.id(), certificate.json(), certificate.sha256(), clock.instant());
        LOG.info("Erasure {} is done and certified", erasure.id());
    }

    private void stop(Erasure erasure, List<Obstacle> obstacles) {
        String why = obstacles.stream().map(Obstacle::words).collect(Collectors.joining("; "));
        table.end(erasure.id(), ErasureState.STOPPED, why.isEmpty() ? Obstacle.NOT_HELD.words() : why, clock.instant());
        LOG.warn("Erasure {} was stopped: {}", erasure.id(), obstacles);
    }
}
