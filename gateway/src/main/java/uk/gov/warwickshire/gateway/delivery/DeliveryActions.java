package uk.gov.warwickshire.gateway.delivery;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.warwickshire.gateway.common.Ids;
import uk.gov.warwickshire.gateway.store.ResourceReader;

/** What people do with deliveries. Each action is refused with an {@link IllegalStateException} where the graph has no way. */
@Component
public class DeliveryActions {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final DeliveryTable deliveries;
    private final DeliveryReader reader;
    private final ResourceReader records;
    private final Ids ids;
    private final Clock clock;

    DeliveryActions(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            DeliveryReader reader,
            ResourceReader records,
            Ids ids,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.deliveries = new DeliveryTable(jdbc);
        this.reader = reader;
        this.records = records;
        this.ids = ids;
        this.clock = clock;
    }

    /** Sends a dead one again, as a new delivery of the record as it now stands. Returns the new one's id. */
    public UUID resubmit(UUID id, String who) {
        return transaction.execute(status -> {
            Instant now = clock.instant();
            Delivery dead = close(id, DeliveryState.RESUBMITTED, who, "sent again", now);
            UUID successor = ids.next();
            deliveries.insert(List.of(new NewDelivery(
                    dead.childId(),
                    dead.destination(),
                    successor,
                    dead.kind(),
                    "sent again by a person",
                    now,
                    Optional.of(id))));
            return successor;
        });
    }

    /** Gives a dead one up, so that later ones of the child no longer wait behind it. */
    public void discard(UUID id, String who, String why) {
        if (why.isBlank()) {
            throw new IllegalArgumentException("a delivery is not discarded without a reason");
        }
        transaction.executeWithoutResult(status -> close(id, DeliveryState.DISCARDED, who, why, clock.instant()));
    }

    /** Has a held one decided again at once. */
    public void release(UUID id) {
        transaction.executeWithoutResult(status -> {
            Delivery held = locked(id);
            DeliveryStates.require(held.state(), DeliveryState.PENDING);
            jdbc.update(
                    "update delivery set state = 'PENDING', next_attempt_at = ? where id = ?",
                    Timestamp.from(clock.instant()),
                    id);
        });
    }

    /** Has one that waits for its next attempt tried at once. */
    public void retry(UUID id) {
        transaction.executeWithoutResult(status -> {
            Delivery waiting = locked(id);
            if (waiting.state() != DeliveryState.RETRYING) {
                throw new IllegalStateException("it is " + waiting.state() + ": only a RETRYING one is tried now");
            }
            Timestamp now = Timestamp.from(clock.instant());
            int moved = jdbc.update("""
                    update delivery set next_attempt_at = ?
                     where id = ? and state = 'RETRYING' and (lease_until is null or lease_until < ?)
                    """, now, id, now);
            if (moved == 0) {
                throw new IllegalStateException("it is being sent at this moment");
            }
        });
    }

    private Delivery close(UUID id, DeliveryState to, String who, String why, Instant now) {
        Delivery dead = locked(id);
        DeliveryStates.require(dead.state(), to);
        jdbc.update("""
                update delivery set state = ?, closed_by = ?, closed_because = ?, finished_at = ? where id = ?
                """, to.name(), who, why, Timestamp.from(now), id);
        return dead;
    }

    private Delivery locked(UUID id) {
        // Child before delivery: the order in which everyone locks.
        reader.find(id).ifPresent(found -> records.lockedFacts(List.of(found.childId())));
        jdbc.query("select 1 from delivery where id = ? for update", row -> {}, id);
        return reader.find(id).orElseThrow(() -> new IllegalStateException("no such delivery"));
    }
}
