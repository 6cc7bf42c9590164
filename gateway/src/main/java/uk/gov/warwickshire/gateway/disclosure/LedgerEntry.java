package uk.gov.warwickshire.gateway.disclosure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A decision as it stands in the ledger, for those who must account for it. Holds the opt-out result: access-limited by
 * the licence of the check service, so it is shown to information governance alone and put nowhere else.
 *
 * @param choices JSON of the choices of the child that were considered
 * @param otherPersons JSON of what was known of other persons the resources are about
 * @param resources `type/id/_history/version` of what was asked to leave
 * @param leftOut JSON of resources that could not leave with the rest, with reasons
 */
public record LedgerEntry(
        UUID id,
        Instant decidedAt,
        String childId,
        String destination,
        Optional<String> recipientOds,
        Disclosure.Kind kind,
        UUID messageId,
        Optional<UUID> deliveryId,
        Outcome outcome,
        Reason headline,
        List<Reason> reasons,
        String policyVersion,
        Optional<String> purpose,
        Optional<String> legalBasis,
        List<String> agreementIds,
        String verificationStatus,
        boolean restricted,
        String optOutState,
        Optional<Instant> optOutCheckedAt,
        boolean optOutStale,
        String choices,
        String otherPersons,
        List<String> categories,
        String resources,
        String leftOut) {

    public LedgerEntry {
        reasons = List.copyOf(reasons);
        agreementIds = List.copyOf(agreementIds);
        categories = List.copyOf(categories);
    }

    /** Keeps persons and opt-outs out of logs. */
    @Override
    public String toString() {
        return "LedgerEntry[" + id + "]";
    }
}
