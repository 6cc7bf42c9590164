package uk.gov.warwickshire.gateway.ops.console.messages;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import uk.gov.warwickshire.gateway.disclosure.LedgerEntry;
import uk.gov.warwickshire.gateway.disclosure.Reason;
import uk.gov.warwickshire.gateway.ops.messages.PublicReason;

/** A decision as pages show it: what may be said to anyone, and for information governance everything it was made from. */
public record DecisionRow(LedgerEntry decision, PublicReason reason, List<Fact> facts) {

    /** One input. */
    public record Fact(String name, String value) {}

    static DecisionRow of(LedgerEntry decision) {
        return of(decision, false);
    }

    /** @param full for information governance alone: the results of the opt-out check are limited to it */
    static DecisionRow of(LedgerEntry decision, boolean full) {
        Reason headline = decision.headline();
        PublicReason reason = full ? new PublicReason(headline.name(), headline.sentence()) : PublicReason.of(headline);
        List<Fact> facts = new ArrayList<>();
        add(facts, "Outcome", decision.outcome().name());
        add(facts, "Reasons", reasons(decision, full));
        add(facts, "Policy", decision.policyVersion());
        add(facts, "Purpose", decision.purpose().orElse(""));
        add(facts, "Legal basis", decision.legalBasis().orElse(""));
        add(facts, "Agreements", String.join(", ", decision.agreementIds()));
        add(facts, "Recipient", decision.recipientOds().orElse(""));
        add(facts, "NHS number status", decision.verificationStatus());
        add(facts, "Restricted by the council", decision.restricted() ? "yes" : "no");
        add(facts, "Categories", String.join(", ", decision.categories()));
        add(
                facts,
                "Record versions",
                decision.resources().replaceAll("[\\[\\]\"]", "").replace(",", ", "));
        if (full) {
            add(facts, "National opt-out", decision.optOutState() + (decision.optOutStale() ? ", too old" : ""));
            add(
                    facts,
                    "Checked",
                    decision.optOutCheckedAt().map(String::valueOf).orElse("never"));
            add(facts, "Choices", decision.choices());
            add(facts, "Other persons", decision.otherPersons());
            add(facts, "Left out", decision.leftOut());
        }
        add(facts, "Ledger entry", decision.id().toString());
        add(facts, "Message", decision.messageId().toString());
        return new DecisionRow(decision, reason, facts);
    }

    private static String reasons(LedgerEntry decision, boolean full) {
        return decision.reasons().stream()
                .map(reason -> full ? reason.name() : reason.publicCode())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static void add(List<Fact> facts, String name, String value) {
        if (!value.isEmpty()) {
            facts.add(new Fact(name, value));
        }
    }
}
