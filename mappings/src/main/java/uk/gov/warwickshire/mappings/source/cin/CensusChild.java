package uk.gov.warwickshire.mappings.source.cin;

import java.util.List;
import java.util.Optional;

/** One Child of the file as delivered: every value as text, nothing judged yet. */
public record CensusChild(
        long line, ChildIdentifiers identifiers, ChildCharacteristics characteristics, List<CinDetails> episodes) {

    /** Longer than any id a council gives; such a text names nobody. */
    private static final int LONGEST_ID = 64;

    public CensusChild {
        episodes = List.copyOf(episodes);
    }

    static CensusChild of(CensusNode node) {
        return new CensusChild(
                node.line(),
                node.child("ChildIdentifiers")
                        .map(ChildIdentifiers::of)
                        .orElseGet(() -> ChildIdentifiers.missing(node.line())),
                node.child("ChildCharacteristics")
                        .map(ChildCharacteristics::of)
                        .orElseGet(() -> ChildCharacteristics.missing(node.line())),
                node.children("CINdetails").stream().map(CinDetails::of).toList());
    }

    /** The council's id of the child: the same as {@code pers_person_id}. Empty if there is none that can be used. */
    public Optional<String> childId() {
        return identifiers.laChildId().map(CensusValue::text).filter(id -> id.length() <= LONGEST_ID);
    }

    public List<ProtectionPlan> protectionPlans() {
        return episodes.stream().flatMap(e -> e.protectionPlans().stream()).toList();
    }

    /** How many modules it holds, itself included: what a batch counts as rows. */
    public long modules() {
        return 3
                + episodes.stream()
                        .mapToLong(e -> 1L
                                + e.assessments().size()
                                + e.plans().size()
                                + e.enquiries().size()
                                + e.protectionPlans().size()
                                + e.preProceedings().size())
                        .sum();
    }
}
