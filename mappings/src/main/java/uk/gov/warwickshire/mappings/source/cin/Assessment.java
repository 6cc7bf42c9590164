package uk.gov.warwickshire.mappings.source.cin;

import java.util.List;
import java.util.Optional;

/** Assessments, with the factors identified. */
public record Assessment(
        long line,
        Optional<CensusValue> start,
        Optional<CensusValue> internalReview,
        Optional<CensusValue> authorisation,
        List<CensusValue> factors) {
    public Assessment {
        factors = List.copyOf(factors);
    }

    static Assessment of(CensusNode node) {
        return new Assessment(
                node.line(),
                node.value("AssessmentActualStartDate"),
                node.value("AssessmentInternalReviewDate"),
                node.value("AssessmentAuthorisationDate"),
                node.children("FactorsIdentifiedAtAssessment").stream()
                        .flatMap(wrapper -> wrapper.values("AssessmentFactors").stream())
                        .toList());
    }
}
