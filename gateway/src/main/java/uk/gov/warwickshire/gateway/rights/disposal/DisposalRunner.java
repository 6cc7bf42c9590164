package uk.gov.warwickshire.gateway.rights.disposal;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.warwickshire.gateway.common.SingleRunner;
import uk.gov.warwickshire.gateway.rights.erasure.Erasures;

/**
 * Carries approved disposals out: begins the erasure of each child, some at a time, and notes how each ended. Where it
 * stands is in the database, so whichever replica comes next goes on after a crash.
 */
@Component
public class DisposalRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DisposalRunner.class);

    /** Erasures under way at a time: the rest of a long list can still be stopped by a hold. */
    private static final int UNDER_WAY = 50;

    private final JdbcTemplate jdbc;
    private final DisposalReader reader;
    private final Erasures erasures;
    private final TransactionTemplate transaction;
    private final SingleRunner runner;
    private final Clock clock;

    DisposalRunner(
            JdbcTemplate jdbc,
            DisposalReader reader,
            Erasures erasures,
            TransactionTemplate transaction,
            SingleRunner runner,
            Clock clock) {
        this.jdbc = jdbc;
        this.reader = reader;
        this.erasures = erasures;
        this.transaction = transaction;
        this.runner = runner;
        this.clock = clock;
    }

    public void advance() {
        runner.run("disposals", () -> reader.running().forEach(this::advance));
    }

    private void advance(DisposalRun run) {
        noteEnded(run.id());
        begin(run);
        int finished = jdbc.update("""
                update disposal_run set state = 'DONE', finished_at = ?
                 where id = ? and not exists (select from disposal_item
                                               where run_id = ? and state in ('WAITING', 'ERASING'))
                """, Timestamp.from(clock.instant()), run.id(), run.id());
        if (finished == 1) {
            LOG.info("Disposal {} is done", run.id());
        }
    }

    private void noteEnded(UUID run) {
        jdbc.update("""
                update disposal_item i
                   set state = case when e.state = 'DONE' then 'ERASED' else 'NOT_ERASED' end,
                       child_id = case when e.state = 'DONE' then e.pseudonym else i.child_id end,
                       reason = e.ended_because
                  from erasure e
                 where i.run_id = ? and i.state = 'ERASING' and e.id = i.erasure_id
                   and e.state in ('DONE', 'STOPPED', 'REFUSED')
                """, run);
    }

    private void begin(DisposalRun run) {
        long underWay = Optional.ofNullable(
                        jdbc.queryForObject("select count(*) from disposal_item where state = 'ERASING'", Long.class))
                .orElse(0L);
        reader.waiting(run.id(), Math.max(0, UNDER_WAY - underWay)).forEach(item -> begin(run, item));
    }

    private void begin(DisposalRun run, DisposalRun.Item item) {
        try {
            transaction.executeWithoutResult(status -> {
                UUID erasure = erasures.begin(
                        item.childId(),
                        "Disposal " + run.id() + ": " + item.recordClass() + ", period over on " + item.disposeFrom(),
                        run.askedBy(),
                        run.decidedBy().orElseThrow());
                jdbc.update(
                        "update disposal_item set state = 'ERASING', erasure_id = ? where run_id = ? and ordinal = ?",
                        erasure,
                        run.id(),
                        item.ordinal());
            });
        } catch (IllegalStateException blocked) {
            jdbc.update(
                    "update disposal_item set state = 'NOT_ERASED', reason = ? where run_id = ? and ordinal = ?",
                    blocked.getMessage(),
                    run.id(),
                    item.ordinal());
        }
    }
}
