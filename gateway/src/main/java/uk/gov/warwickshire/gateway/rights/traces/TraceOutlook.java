package uk.gov.warwickshire.gateway.rights.traces;

import java.time.Instant;
import uk.gov.warwickshire.gateway.common.TraceKind;

/**
 * What the next run would do at one place.
 *
 * @param period in words
 * @param before what is older than this may go
 * @param due as old, and would go
 * @param keptBack as old, and would stay
 */
public record TraceOutlook(
        String place, TraceKind kind, String period, Instant before, String unit, long due, long keptBack) {}
