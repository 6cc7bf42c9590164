package uk.gov.warwickshire.gateway.rights.traces;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.warwickshire.gateway.common.ExpiringTraces;
import uk.gov.warwickshire.gateway.common.Ids;
import uk.gov.warwickshire.gateway.common.SingleRunner;
import uk.gov.warwickshire.gateway.rights.hold.LegalHolds;

/**
 * Takes away the gateway's own traces whose period is over, once a day for the whole cluster. Each part is one transaction
 * that also writes how much went into the report: a crash leaves a report that is true, and the next run goes on. A hold
 * that is being saved is waited for before each part, and covers from the next.
 */
@Component
public class TraceDisposals {

    private static final Logger LOG = LoggerFactory.getLogger(TraceDisposals.class);
    private static final ZoneId COUNCIL = ZoneId.of("Europe/London");

    /** By night, when few read. */
    private static final int FROM_HOUR = 2;

    private final List<ExpiringTraces> places;
    private final TracePeriods periods;
    private final TraceReportTable reports;
    private final LegalHolds holds;
    private final TransactionTemplate transaction;
    private final SingleRunner runner;
    private final Ids ids;
    private final Clock clock;

    TraceDisposals(
            List<ExpiringTraces> places,
            TracePeriods periods,
            TraceReportTable reports,
            LegalHolds holds,
            TransactionTemplate transaction,
            SingleRunner runner,
            Ids ids,
            Clock clock) {
        this.places = places.stream()
                .sorted(Comparator.comparing(ExpiringTraces::kind))
                .toList();
        this.periods = periods;
        this.reports = reports;
        this.holds = holds;
        this.transaction = transaction;
        this.runner = runner;
        this.ids = ids;
        this.clock = clock;
    }

    /** What a run now would do; changes nothing. */
    public List<TraceOutlook> outlook() {
        Instant now = clock.instant();
        return places.stream().map(traces -> outlook(traces, now)).toList();
    }

    private TraceOutlook outlook(ExpiringTraces traces, Instant now) {
        Instant before = periods.before(traces.kind(), now);
        ExpiringTraces.Expired found = traces.count(before);
        return new TraceOutlook(
                traces.place(),
                traces.kind(),
                TracePeriods.words(periods.of(traces.kind())),
                before,
                traces.unit(),
                found.due(),
                found.keptBack());
    }

    /** The newest first. */
    public List<TraceReport> latest(int limit) {
        return reports.latest(limit);
    }

    /** A run, if it is night or later and there was none today. */
    void runIfDue() {
        runner.run("trace disposal", () -> {
            LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), COUNCIL);
            Optional<LocalDateTime> last = reports.lastBegun().map(at -> LocalDateTime.ofInstant(at, COUNCIL));
            if (now.getHour() >= FROM_HOUR
                    && last.filter(at -> at.toLocalDate().equals(now.toLocalDate()))
                            .isEmpty()) {
                run();
            }
        });
    }

    private void run() {
        UUID run = ids.next();
        Instant now = clock.instant();
        reports.begin(run, now);
        places.forEach(traces -> dispose(run, traces, now));
        reports.end(run, clock.instant());
        LOG.info("Disposal of traces {} is done", run);
    }

    private void dispose(UUID run, ExpiringTraces traces, Instant now) {
        Instant before = periods.before(traces.kind(), now);
        reports.open(run, traces, TracePeriods.words(periods.of(traces.kind())), before);
        try {
            boolean more = true;
            while (more) {
                more = part(run, traces, before);
            }
            reports.keptBack(run, traces.place(), traces.count(before).keptBack());
        } catch (RuntimeException e) {
            // The kind alone: a message of the database may quote a row.
            String kind = e.getClass().getSimpleName();
            LOG.error("Disposal of traces: {} could not go on: {}", traces.place(), kind);
            reports.problem(run, traces.place(), kind);
        }
    }

    private boolean part(UUID run, ExpiringTraces traces, Instant before) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            holds.await();
            reports.announce(run);
            OptionalLong removed = traces.dispose(before);
            removed.ifPresent(number -> reports.removed(run, traces.place(), number));
            return removed.isPresent();
        }));
    }
}
