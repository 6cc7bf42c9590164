package uk.gov.warwickshire.gateway.rights.disposal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.warwickshire.gateway.common.Ids;
import uk.gov.warwickshire.gateway.rights.disposal.Preview.DueChild;
import uk.gov.warwickshire.gateway.rights.erasure.Obstacle;
import uk.gov.warwickshire.gateway.rights.erasure.Standing;
import uk.gov.warwickshire.gateway.rights.retention.RetentionSchedule;

/** What people do with disposals. What is not allowed now throws with a sentence for the person who tried. */
@Component
public class Disposals {

    private static final int BATCH = 1000;

    private final JdbcTemplate jdbc;
    private final DisposalReader reader;
    private final DueChildren due;
    private final Standing standing;
    private final RetentionSchedule schedule;
    private final TransactionTemplate transaction;
    private final Ids ids;
    private final Clock clock;

    Disposals(
            JdbcTemplate jdbc,
            DisposalReader reader,
            DueChildren due,
            Standing standing,
            RetentionSchedule schedule,
            TransactionTemplate transaction,
            Ids ids,
            Clock clock) {
        this.jdbc = jdbc;
        this.reader = reader;
        this.due = due;
        this.standing = standing;
        this.schedule = schedule;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /** What a disposal today would do; changes nothing. */
    public Preview preview(int shown) {
        return due.preview(today(), shown);
    }

    /** Writes the list down; another person approves it. */
    public UUID ask(String who) {
        UUID id = ids.next();
        transaction.executeWithoutResult(status -> {
            List<DueChild> children = due.free(today(), new EnumMap<>(Obstacle.class));
            if (children.isEmpty()) {
                throw new IllegalStateException("No record is due for disposal.");
            }
            jdbc.update("""
                    insert into disposal_run (id, state, as_of, schedule, children, asked_by, asked_at)
                    values (?, 'ASKED', ?, ?, ?, ?, ?)
                    """, id, today(), schedule.version(), children.size(), who, Timestamp.from(clock.instant()));
            insert(id, children);
        });
        return id;
    }

    private void insert(UUID run, List<DueChild> children) {
        jdbc.batchUpdate("""
                insert into disposal_item (run_id, ordinal, child_id, record_class, dispose_from)
                values (?, ?, ?, ?, ?)
                """, IntStream.range(0, children.size()).boxed().toList(), BATCH, (ps, index) -> {
            DueChild child = children.get(index);
            ps.setObject(1, run);
            ps.setInt(2, index + 1);
            ps.setString(3, child.childId());
            ps.setString(4, child.recordClass());
            ps.setObject(5, child.disposeFrom());
        });
    }

    public void approve(UUID id, String who) {
        transaction.executeWithoutResult(status -> {
            DisposalRun asked = asked(id);
            if (asked.askedBy().equals(who)) {
                throw new IllegalStateException("Whoever asked for it cannot approve it: another person does.");
            }
            if (!asked.schedule().equals(schedule.version())) {
                throw new IllegalStateException(
                        "The retention schedule has changed since it was asked for: refuse it and ask again.");
            }
            decide(id, "RUNNING", who, Optional.empty());
        });
    }

    public void refuse(UUID id, String because, String who) {
        if (because.isBlank()) {
            throw new IllegalArgumentException("Say why it is refused.");
        }
        transaction.executeWithoutResult(status -> {
            asked(id);
            decide(id, "REFUSED", who, Optional.of(because.strip()));
            jdbc.update("update disposal_item set state = 'NOT_ERASED', reason = 'refused' where run_id = ?", id);
        });
    }

    private void decide(UUID id, String state, String who, Optional<String> because) {
        jdbc.update(
                "update disposal_run set state = ?, decided_by = ?, decided_at = ?, because = ? where id = ?",
                state,
                who,
                Timestamp.from(clock.instant()),
                because.orElse(null),
                id);
    }

    private DisposalRun asked(UUID id) {
        jdbc.query("select 1 from disposal_run where id = ? for update", row -> {}, id);
        DisposalRun run = reader.find(id).orElseThrow(() -> new IllegalStateException("There is no such disposal."));
        if (!run.state().equals("ASKED")) {
            throw new IllegalStateException("This disposal was decided already.");
        }
        return run;
    }

    private LocalDate today() {
        return standing.today();
    }

    public Optional<DisposalRun> find(UUID id) {
        return reader.find(id);
    }

    public List<DisposalRun> latest(int limit) {
        return reader.latest(limit);
    }

    public List<DisposalRun.Item> items(UUID id, int limit) {
        return reader.items(id, limit);
    }
}
