package uk.gov.warwickshire.gateway.rights.traces;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What one run took away, place by place.
 *
 * @param endedAt empty while it goes on
 * @param cutOff it ended because the process did; the next run went on
 */
public record TraceReport(
        UUID id, Instant startedAt, Optional<Instant> endedAt, boolean cutOff, List<TraceReport.Line> lines) {
    public TraceReport {
        lines = List.copyOf(lines);
    }

    /**
     * Of one place.
     *
     * @param period by which, in words
     * @param before what is older than this went
     * @param unit of the counts: `rows` or `files`
     * @param keptBack as old, and not removed
     * @param problem why it did not get to its end; the next run tries again
     */
    public record Line(
            String place,
            String kind,
            String period,
            Instant before,
            String unit,
            long removed,
            long keptBack,
            Optional<String> problem) {

        /** Whether there is more to say than that there was nothing to do. */
        public boolean isOfNote() {
            return removed > 0 || keptBack > 0 || problem.isPresent();
        }
    }

    public boolean hasProblems() {
        return cutOff || lines.stream().anyMatch(line -> line.problem().isPresent());
    }

    public long removed() {
        return lines.stream().mapToLong(Line::removed).sum();
    }
}
