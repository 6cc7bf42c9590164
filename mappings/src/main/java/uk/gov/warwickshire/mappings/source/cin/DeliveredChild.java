package uk.gov.warwickshire.mappings.source.cin;

import java.util.List;
import java.util.Optional;
import uk.gov.warwickshire.mappings.record.Rejection;

/**
 * A child of a file with what its rules and its make gave to report.
 *
 * @param childId empty if the file names nobody
 * @param entry what a record can be read from; empty if the child is left out whole, and then a finding says why
 * @param isRepeated the file has another child of this id
 * @param findings in the order of the rules
 * @param modules how many modules it holds
 */
public record DeliveredChild(
        Optional<String> childId,
        Optional<CensusEntry> entry,
        boolean isRepeated,
        List<Rejection> findings,
        long modules) {
    public DeliveredChild {
        findings = List.copyOf(findings);
    }
}
