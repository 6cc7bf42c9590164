package uk.gov.warwickshire.gateway.ops.console.policy;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import uk.gov.warwickshire.gateway.common.Destination;
import uk.gov.warwickshire.gateway.disclosure.Outcome;
import uk.gov.warwickshire.gateway.disclosure.Reason;
import uk.gov.warwickshire.gateway.disclosure.TermsProposal;

/**
 * What a proposal would do to the records that are due today.
 *
 * @param records how many were decided, each twice
 */
record DryRunResult(TermsProposal proposal, long records, List<Counted> changes) {

    /** Those that concern most children at risk first, then most children. */
    static final Comparator<Counted> MOST_FIRST = Comparator.comparing((Counted counted) -> -counted.atRisk())
            .thenComparing(counted -> -counted.children())
            .thenComparing(counted -> counted.change().destination().code())
            .thenComparing(counted -> counted.change().toString());

    DryRunResult {
        changes = List.copyOf(changes);
    }

    /**
     * @param reason headline
     * @param categories what leaves, if anything does
     */
    record Decided(Outcome outcome, Reason reason, Set<String> categories) {}

    /** The same change of many records. */
    record Change(Destination destination, Decided before, Decided after) {

        /** What a recipient gets that it did not get, or no longer gets. */
        public String difference() {
            if (before.outcome() != Outcome.SENT || after.outcome() != Outcome.SENT) {
                return after.outcome() == Outcome.WITHHELD && before.outcome() == Outcome.SENT
                        ? "What was sent is withdrawn."
                        : "";
            }
            String more = words(after.categories(), before.categories());
            String less = words(before.categories(), after.categories());
            return (more.isEmpty() ? "" : "More: " + more + ". ") + (less.isEmpty() ? "" : "Less: " + less + ".");
        }

        private static String words(Set<String> of, Set<String> without) {
            return new TreeSet<>(of)
                    .stream().filter(category -> !without.contains(category)).collect(Collectors.joining(", "));
        }
    }

    /**
     * @param children whose records change so
     * @param atRisk how many of them are on a child protection plan or looked after
     */
    record Counted(Change change, long children, long atRisk) {}
}
