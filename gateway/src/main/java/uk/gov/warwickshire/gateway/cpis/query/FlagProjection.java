package uk.gov.warwickshire.gateway.cpis.query;

import java.util.List;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.RecordListener;
import uk.gov.warwickshire.mappings.cpis.CpIsScope;
import uk.gov.warwickshire.mappings.cpis.CpIsTimeline;
import uk.gov.warwickshire.mappings.record.Identity;

/** Keeps what the flag query answers from in step with the records, in the transaction that stores them. */
@Component
class FlagProjection implements RecordListener {

    private final FlagTable table;
    private final CpIsScope scope;

    FlagProjection(FlagTable table, CpIsScope scope) {
        this.table = table;
        this.scope = scope;
    }

    @Override
    public void recordsChanged(List<DerivedRecord> records) {
        List<CpIsTimeline> timelines = records.stream()
                .flatMap(derived -> CpIsTimeline.of(
                        derived.record(), person -> derived.identities().getOrDefault(person, Identity.UNKNOWN), scope)
                        .stream())
                .toList();
        table.replace(
                records.stream().map(derived -> derived.record().childId()).toList(), timelines);
    }
}
