package uk.gov.warwickshire.gateway.rights.correction;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.audit.AuditQuery;
import uk.gov.warwickshire.gateway.audit.AuditReader;
import uk.gov.warwickshire.gateway.audit.AuditRecord;

/** Organisations that were shown a resource through the API, from the audit. */
@Component
class PastReaders {

    private final AuditReader audit;
    private final Clock clock;

    PastReaders(AuditReader audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** @param reference `Type/id` */
    List<String> of(String childId, String reference) {
        AuditQuery query = AuditQuery.between(Instant.EPOCH, clock.instant().plusSeconds(1), AuditQuery.MAX_LIMIT)
                .withChild(childId);
        List<AuditRecord> looks = new ArrayList<>();
        List<AuditRecord> page = audit.search(query);
        while (!page.isEmpty()) {
            looks.addAll(page);
            page = page.size() < AuditQuery.MAX_LIMIT
                    ? List.of()
                    : audit.search(query.after(page.get(page.size() - 1).id()));
        }
        return looks.stream()
                .filter(found ->
                        found.entry().resources().stream().anyMatch(shown -> shown.startsWith(reference + "/")))
                .flatMap(found -> found.entry().agent().odsCode().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
