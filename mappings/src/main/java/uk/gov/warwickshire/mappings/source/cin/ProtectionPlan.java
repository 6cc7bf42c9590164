package uk.gov.warwickshire.mappings.source.cin;

import java.util.List;
import java.util.Optional;

/** ChildProtectionPlans: one plan with its reviews. */
public record ProtectionPlan(
        long line,
        Optional<CensusValue> start,
        Optional<CensusValue> end,
        Optional<CensusValue> initialCategory,
        Optional<CensusValue> latestCategory,
        Optional<CensusValue> previousPlans,
        List<Review> reviews) {
    public ProtectionPlan {
        reviews = List.copyOf(reviews);
    }

    static ProtectionPlan of(CensusNode node) {
        return new ProtectionPlan(
                node.line(),
                node.value("CPPstartDate"),
                node.value("CPPendDate"),
                node.value("InitialCategoryOfAbuse"),
                node.value("LatestCategoryOfAbuse"),
                node.value("NumberOfPreviousCPP"),
                node.children("Reviews").stream()
                        .flatMap(wrapper -> Review.of(wrapper).stream())
                        .toList());
    }
}
