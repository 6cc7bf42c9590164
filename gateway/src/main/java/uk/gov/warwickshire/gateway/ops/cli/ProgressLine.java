package uk.gov.warwickshire.gateway.ops.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import uk.gov.warwickshire.mappings.source.ReadProgress;

/** Says on standard error how far a command has come, once it takes longer than two seconds. */
final class ProgressLine implements ReadProgress {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final PrintWriter err;
    private final Clock clock;
    private Instant next;

    ProgressLine(PrintWriter err, Clock clock) {
        this.err = err;
        this.clock = clock;
        this.next = clock.instant().plus(PATIENCE);
    }

    @Override
    public void read(String table, long rows) {
        Instant now = clock.instant();
        if (now.isAfter(next)) {
            err.printf("%s: %,d rows%n", table, rows);
            err.flush();
            next = now.plus(PATIENCE);
        }
    }
}
