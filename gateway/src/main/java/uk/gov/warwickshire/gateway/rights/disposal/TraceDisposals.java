package uk.gov.warwickshire.gateway.rights.disposal;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.warwickshire.gateway.common.HeldPersons;
import uk.gov.warwickshire.gateway.common.Ids;
import uk.gov.warwickshire.gateway.common.SingleRunner;
import uk.gov.warwickshire.gateway.common.WorkTraces;
import uk.gov.warwickshire.gateway.common.WorkTraces.Disposed;
import uk.gov.warwickshire.gateway.rights.disposal.TraceReport.Line;
import uk.gov.warwickshire.gateway.rights.hold.LegalHolds;
import uk.gov.warwickshire.gateway.rights.retention.RetentionSchedule;
import uk.gov.warwickshire.gateway.rights.retention.TracePeriod;

/**
 * Disposes of the gateway's own traces once their periods are over, and writes the report. Whoever approved the schedule has
 * approved this. Each trace is one transaction with its lines of the report: one that fails is said and tried again the next
 * time, and does not keep the others.
 */
@Component
public class TraceDisposals {

    private static final Logger LOG = LoggerFactory.getLogger(TraceDisposals.class);

    /** How a trace stands now. @param oldest empty where there is nothing or nobody can tell */
    public record Standing(TracePeriod period, Instant cutoff, Optional<Instant> oldest) {}

    private final List<WorkTraces> rooms;
    private final RetentionSchedule schedule;
    private final LegalHolds holds;
    private final TraceReport report;
    private final TransactionTemplate transaction;
    private final SingleRunner runner;
    private final Ids ids;
    private final Clock clock;

    TraceDisposals(
            List<WorkTraces> rooms,
            RetentionSchedule schedule,
            LegalHolds holds,
            TraceReport report,
            TransactionTemplate transaction,
            SingleRunner runner,
            Ids ids,
            Clock clock) {
        this.rooms = List.copyOf(rooms);
        this.schedule = schedule;
        this.holds = holds;
        this.report = report;
        this.transaction = transaction;
        this.runner = runner;
        this.ids = ids;
        this.clock = clock;
    }

    /** One replica does; the others have nothing to do. */
    public void run() {
        runner.run("trace-disposal", () -> {
            UUID run = ids.next();
            schedule.traces().forEach(period -> rooms.stream()
                    .filter(room -> room.trace() == period.trace())
                    .forEach(room -> dispose(run, room, period)));
        });
    }

    private void dispose(UUID run, WorkTraces room, TracePeriod period) {
        Instant now = clock.instant();
        Line line = new Line(run, now, period.trace(), schedule.version(), period.cutoff(now));
        try {
            transaction.executeWithoutResult(status -> {
                holds.await();
                HeldPersons held = holds.heldPersons();
                List<Disposed> disposed = room.disposeBefore(line.cutoff(), held).stream()
                        .filter(one -> one.number() > 0)
                        .toList();
                report.add(line, disposed);
            });
        } catch (RuntimeException e) {
            // The kind alone: a message of the database may quote a row.
            LOG.error("Traces {} could not be disposed of: {}", period.trace().code(), e.getClass().getName());
            report.failed(line, e.getClass().getSimpleName());
        }
    }

    /** Every trace with its period and the oldest there is of it. */
    public List<Standing> standing() {
        Instant now = clock.instant();
        return schedule.traces().stream()
                .map(period -> new Standing(
                        period,
                        period.cutoff(now),
                        rooms.stream()
                                .filter(room -> room.trace() == period.trace())
                                .flatMap(room -> room.oldest().stream())
                                .min(Comparator.naturalOrder())))
                .toList();
    }

    /** What was disposed of, the newest first. */
    public List<TraceReport.Entry> report(int limit) {
        return report.latest(limit);
    }
}
