package uk.gov.warwickshire.mappings.source.cin;

import java.util.List;
import java.util.Optional;

/** A review of a child protection plan; some exporters wrap each in a Reviews element of its own. */
public record Review(long line, Optional<CensusValue> date) {

    static List<Review> of(CensusNode wrapper) {
        List<CensusNode> dates = wrapper.children("CPPreviewDate");
        return dates.isEmpty()
                ? List.of(new Review(wrapper.line(), Optional.empty()))
                : dates.stream().map(Review::ofDate).toList();
    }

    private static Review ofDate(CensusNode date) {
        return new Review(
                date.line(),
                Optional.of(date.text()).filter(t -> !t.isBlank()).map(t -> new CensusValue(t, date.line())));
    }
}
