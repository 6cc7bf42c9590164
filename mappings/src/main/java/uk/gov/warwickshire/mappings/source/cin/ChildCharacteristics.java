package uk.gov.warwickshire.mappings.source.cin;

import java.util.List;
import java.util.Optional;

/**
 * ChildCharacteristics.
 *
 * @param disabilities in the order of the file, also those that are no code
 * @param emptyDisability there is a Disabilities or Disability element that says nothing
 */
public record ChildCharacteristics(
        long line, Optional<CensusValue> ethnicity, List<CensusValue> disabilities, boolean emptyDisability) {
    public ChildCharacteristics {
        disabilities = List.copyOf(disabilities);
    }

    static ChildCharacteristics of(CensusNode node) {
        List<CensusNode> wrappers = node.children("Disabilities");
        return new ChildCharacteristics(
                node.line(),
                node.value("Ethnicity"),
                wrappers.stream().flatMap(w -> w.values("Disability").stream()).toList(),
                wrappers.stream().anyMatch(ChildCharacteristics::saysNothing));
    }

    private static boolean saysNothing(CensusNode wrapper) {
        int filled = wrapper.values("Disability").size();
        return filled == 0 || filled < wrapper.children().size();
    }

    static ChildCharacteristics missing(long line) {
        return new ChildCharacteristics(line, Optional.empty(), List.of(), false);
    }
}
