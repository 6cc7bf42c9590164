package uk.gov.warwickshire.gateway.rights.correction;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.RecordListener;
import uk.gov.warwickshire.gateway.rights.request.RequestLog;
import uk.gov.warwickshire.gateway.store.ResourceReader;
import uk.gov.warwickshire.gateway.store.StoredResource;

/** Recognises in the transaction that stores a record that the case system no longer says what is disputed. */
@Component
class CorrectionFollower implements RecordListener {

    private final DisputeTable table;
    private final Corrections corrections;
    private final ResourceReader records;
    private final RequestLog log;
    private final Clock clock;

    CorrectionFollower(
            DisputeTable table, Corrections corrections, ResourceReader records, RequestLog log, Clock clock) {
        this.table = table;
        this.corrections = corrections;
        this.records = records;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public void recordsChanged(List<DerivedRecord> derived) {
        List<String> children =
                derived.stream().map(one -> one.record().childId()).toList();
        for (DisputeTable.Open open : table.open(children)) {
            DisputedElement element = open.element();
            Optional<StoredResource> now = records.current(element.type(), element.id());
            boolean same = now.filter(resource ->
                            Arrays.equals(ElementValues.hash(resource.content(), element.element()), open.valueHash()))
                    .isPresent();
            if (!same) {
                corrected(element, now);
            }
        }
    }

    private void corrected(DisputedElement element, Optional<StoredResource> now) {
        // Whoever got or was shown the wrong value since it was disputed is owed the right one too.
        table.heldBy(element, corrections.holders(element), corrections.readers(element));
        table.corrected(element, 0, clock.instant());
        long version = corrections
                .mark(element.childId(), element.type(), element.id())
                .or(() -> now.map(StoredResource::version))
                .orElse(0L);
        table.corrected(element, version, clock.instant());
        log.add(
                element.requestId(),
                RequestLog.GATEWAY,
                "corrected by the case system",
                element.type() + "." + element.element()
                        + (version == 0 ? ": no longer in the record" : ": right since version " + version));
    }
}
