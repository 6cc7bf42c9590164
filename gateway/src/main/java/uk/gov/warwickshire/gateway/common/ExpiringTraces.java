package uk.gov.warwickshire.gateway.common;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * A place in which a room keeps traces of the gateway's own work. What is older than the period of its kind goes, in parts,
 * except what must stay: nothing of a `kept_child` goes (a legal hold, an open request, an erasure under way).
 */
public interface ExpiringTraces {

    /** Table or folder, as the report names it; no two have the same. */
    String place();

    TraceKind kind();

    /** What is counted. */
    default String unit() {
        return "rows";
    }

    /** What would go now and what would stay; changes nothing. */
    Expired count(Instant before);

    /**
     * Takes away the next part of what is older. Joins the caller's transaction.
     *
     * @return how much went; empty if there was nothing more that may go
     */
    OptionalLong dispose(Instant before);

    /**
     * @param due as old, and may go
     * @param keptBack as old, and must stay
     */
    record Expired(long due, long keptBack) {}
}
