package uk.gov.warwickshire.gateway.api.access;

import java.time.Instant;
import java.util.List;

/** Lists emergency overrides for those who must look into each of them. */
public interface BreakGlassReader {

    /** Newest first. */
    List<BreakGlassGrant> recent(int limit);

    /** Newest first, granted from the first moment until before the second. */
    List<BreakGlassGrant> between(Instant from, Instant until, int limit);
}
