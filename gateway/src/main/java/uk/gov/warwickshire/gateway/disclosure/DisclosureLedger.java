package uk.gov.warwickshire.gateway.disclosure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads the ledger. Writing is the gate's alone, and nothing written is ever changed. */
public interface DisclosureLedger {

    Optional<LedgerEntry> find(UUID id);

    /** Every decision on a child, newest first. */
    List<LedgerEntry> ofChild(String childId, int limit);

    /** The decisions on a message or answer; an answer about several children has one for each. */
    List<LedgerEntry> ofMessage(UUID messageId);

    /** Newest first; an empty outcome, destination or headline means all. */
    List<LedgerEntry> latest(Query query);

    /** @param destination exact code */
    record Query(
            Optional<String> destination,
            Optional<Outcome> outcome,
            Optional<Reason> headline,
            Instant from,
            Instant until,
            int limit) {}
}
