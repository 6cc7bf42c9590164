package uk.gov.warwickshire.gateway.intake.child;

import java.util.Optional;
import uk.gov.warwickshire.mappings.record.SourceRow;
import uk.gov.warwickshire.mappings.source.cin.CensusEntry;
import uk.gov.warwickshire.mappings.source.ssd.SsdChildRows;
import uk.gov.warwickshire.mappings.source.ssd.SsdRow;

/**
 * All that a child's record is made of: what a delivery has of it, and what is kept of the other source.
 *
 * @param rows of the dataset; empty for a child that only the census knows
 * @param censusIsNew the census is what was delivered, so its findings belong to this batch
 */
record ChildInput(SsdChildRows rows, Optional<KeptCensus> census, boolean censusIsNew) {

    String childId() {
        return rows.childId();
    }

    Optional<String> censusHash() {
        return census.map(KeptCensus::hash);
    }

    /** Where a finding about the child as a whole points. */
    SourceRow first() {
        return rows.all().stream()
                .findFirst()
                .map(SsdRow::source)
                .or(() -> census.map(KeptCensus::entry).map(ChildInput::source))
                .orElseThrow(() -> new IllegalStateException("a child of no source"));
    }

    private static SourceRow source(CensusEntry entry) {
        return new SourceRow(entry.file(), "Child", entry.child().line());
    }
}
