package uk.gov.warwickshire.mappings.source.merge;

import java.util.List;
import java.util.Objects;
import uk.gov.warwickshire.mappings.record.ChildRecord;
import uk.gov.warwickshire.mappings.record.Rejection;

/**
 * What two sources make together.
 *
 * @param sameChild false: the two contradict each other in who the child is, and the record is that of the dataset alone
 * @param findings where the sources differ in what a person should look at; about rows of the census
 */
public record MergedRecord(ChildRecord child, boolean sameChild, List<Rejection> findings) {
    public MergedRecord {
        Objects.requireNonNull(child, "child");
        findings = List.copyOf(findings);
    }
}
