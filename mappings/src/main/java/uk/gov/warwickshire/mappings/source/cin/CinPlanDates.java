package uk.gov.warwickshire.mappings.source.cin;

import java.util.Optional;

/** CINPlanDates: one child in need plan. */
public record CinPlanDates(long line, Optional<CensusValue> start, Optional<CensusValue> end) {

    static CinPlanDates of(CensusNode node) {
        return new CinPlanDates(node.line(), node.value("CINPlanStartDate"), node.value("CINPlanEndDate"));
    }
}
