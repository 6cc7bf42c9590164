package uk.gov.warwickshire.gateway.rights.hold;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.warwickshire.gateway.common.Ids;
import uk.gov.warwickshire.gateway.rights.retention.FactsFollower;

/**
 * Holds are in force from the commit that saves them: nothing is erased between that commit and the release. Holds may
 * overlap; each is released by itself.
 */
@Component
public class LegalHolds implements FactsFollower {

    /** Whoever saves a hold waits for erasures in hand, and erasures wait for the hold that is being saved. */
    private static final String LOCK = "hashtextextended('legal holds', 0)";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Coverage coverage;
    private final ScopeCheck check;
    private final HoldReader reader;
    private final Ids ids;
    private final Clock clock;

    LegalHolds(JdbcTemplate jdbc, TransactionTemplate transaction, HoldReader reader, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.coverage = new Coverage(jdbc);
        this.check = new ScopeCheck(jdbc);
        this.reader = reader;
        this.ids = ids;
        this.clock = clock;
    }

    /** @throws IllegalArgumentException with a sentence for the person, if it cannot be saved so */
    public UUID save(NewHold hold, String who) {
        UUID id = ids.next();
        Instant now = clock.instant();
        try {
            transaction.executeWithoutResult(status -> {
                jdbc.query("select pg_advisory_xact_lock(" + LOCK + ")", row -> {});
                jdbc.update(
                        "insert into legal_hold (id, name, authority, why, saved_by, saved_at) values (?, ?, ?, ?, ?, ?)",
                        id,
                        hold.name(),
                        hold.authority(),
                        hold.why(),
                        who,
                        Timestamp.from(now));
                hold.scopes().stream().flatMap(check::stored).distinct().forEach(scope -> insert(id, scope));
                coverage.ofHold(id, now);
            });
        } catch (DuplicateKeyException e) {
            throw new IllegalArgumentException("A hold of this name is in force.", e);
        }
        return id;
    }

    private void insert(UUID id, HoldScope scope) {
        int written = jdbc.update(
                """
                insert into legal_hold_scope (hold_id, kind, value, from_day, until_day) values (?, ?, ?, ?, ?)
                    on conflict do nothing
                """,
                id,
                scope.kind().name(),
                scope.value(),
                scope.from().orElse(null),
                scope.until().orElse(null));
        if (written == 0) {
            throw new IllegalArgumentException("The hold names "
                    + scope.kind().title().toLowerCase(Locale.ROOT) + " twice with other days: save a hold for each.");
        }
    }

    /**
     * @throws IllegalArgumentException without a reason
     * @throws IllegalStateException if it is not in force
     */
    public void release(UUID id, String because, String who) {
        if (because.isBlank()) {
            throw new IllegalArgumentException("A hold is not released without a reason.");
        }
        int released = jdbc.update("""
                update legal_hold set released_by = ?, released_because = ?, released_at = ?
                 where id = ? and released_at is null
                """, who, because.strip(), Timestamp.from(clock.instant()), id);
        if (released == 0) {
            throw new IllegalStateException("This hold is not in force.");
        }
    }

    @Override
    public void factsChanged(Collection<String> childIds) {
        coverage.ofChildren(childIds, clock.instant());
    }

    /** To be called in the transaction that destroys: no hold is saved until it ends. */
    public void await() {
        jdbc.query("select pg_advisory_xact_lock_shared(" + LOCK + ")", row -> {});
    }

    /** Whether a hold in force covers the child as its record now stands; also one whose child no record is held of. */
    public boolean covers(String childId) {
        coverage.ofChildren(List.of(childId), clock.instant());
        return !namesOver(childId).isEmpty();
    }

    public List<String> namesOver(String childId) {
        return jdbc.queryForList("""
                select h.name from legal_hold h
                 where h.released_at is null
                   and (exists (select from legal_hold_child c where c.hold_id = h.id and c.child_id = ?)
                        or exists (select from legal_hold_scope s
                                    where s.hold_id = h.id and s.kind = 'CHILD' and s.value = ?))
                 order by h.name
                """, String.class, childId, childId);
    }

    public List<LegalHold> all() {
        return reader.all();
    }

    public Optional<LegalHold> find(UUID id) {
        return reader.find(id);
    }
}
