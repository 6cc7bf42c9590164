package uk.gov.warwickshire.gateway.rights.correction;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.warwickshire.gateway.delivery.CopyReader;
import uk.gov.warwickshire.gateway.delivery.Outbox;
import uk.gov.warwickshire.gateway.rights.request.FulfilmentProof;
import uk.gov.warwickshire.gateway.rights.request.RequestFulfilment;
import uk.gov.warwickshire.gateway.rights.request.RequestKind;
import uk.gov.warwickshire.gateway.rights.request.RequestLog;
import uk.gov.warwickshire.gateway.rights.request.RightsRequest;
import uk.gov.warwickshire.gateway.store.RecordMarks;
import uk.gov.warwickshire.gateway.store.ResourceReader;
import uk.gov.warwickshire.gateway.store.StoredResource;

/**
 * Links a request to the elements it disputes. From then on partners read the mark, and are sent it; it goes when the case
 * system delivers another value, or the request is refused or taken back.
 */
@Component
public class Corrections implements RequestFulfilment {

    private final DisputeTable table;
    private final RecordMarks marks;
    private final ResourceReader records;
    private final CopyReader copies;
    private final PastReaders readers;
    private final CorrectionProof proof;
    private final Outbox outbox;
    private final RequestLog log;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Corrections(
            DisputeTable table,
            RecordMarks marks,
            ResourceReader records,
            CopyReader copies,
            PastReaders readers,
            CorrectionProof proof,
            Outbox outbox,
            RequestLog log,
            TransactionTemplate transaction,
            Clock clock) {
        this.table = table;
        this.marks = marks;
        this.records = records;
        this.copies = copies;
        this.readers = readers;
        this.proof = proof;
        this.outbox = outbox;
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public boolean carriesOut(RequestKind kind) {
        return kind == RequestKind.RECTIFICATION;
    }

    /** Resources of the child with the elements that may be disputed. */
    public Map<StoredResource, List<String>> disputable(String childId) {
        return records.current(List.of(childId)).getOrDefault(childId, List.of()).stream()
                .filter(resource -> !resource.isDirectory() && !resource.type().equals("Provenance"))
                .collect(Collectors.toMap(resource -> resource, ElementValues::names, (a, b) -> a, LinkedHashMap::new));
    }

    /** Marks an element as disputed, for every reader and recipient, from now on. */
    public void dispute(RightsRequest request, String type, String id, String element, String who) {
        if (request.kind() != RequestKind.RECTIFICATION || !request.state().isOpen()) {
            throw new IllegalStateException("Only an open request for rectification disputes an element.");
        }
        transaction.executeWithoutResult(status -> {
            records.lockedFacts(List.of(request.childId()));
            StoredResource resource = records.current(type, id)
                    .filter(found -> found.childId().equals(request.childId()))
                    .filter(found -> ElementValues.names(found).contains(element))
                    .orElseThrow(() -> new IllegalStateException("The child's record has no such element now."));
            if (table.of(request.id()).stream()
                    .anyMatch(one -> one.reference().equals(type + "/" + id)
                            && one.element().equals(element))) {
                throw new IllegalStateException("It is disputed already.");
            }
            DisputedElement disputed = new DisputedElement(
                    request.id(),
                    request.childId(),
                    type,
                    id,
                    element,
                    holders(request.childId(), type + "/" + id),
                    readers.of(request.childId(), type + "/" + id),
                    clock.instant(),
                    Optional.empty());
            table.insert(disputed, ElementValues.hash(resource.content(), element), who);
            mark(request.childId(), type, id);
            log.add(request.id(), who, "marked as disputed", type + "." + element);
        });
    }

    public List<DisputedElement> of(UUID request) {
        return table.of(request);
    }

    @Override
    public void granted(RightsRequest request, String who) {
        if (table.of(request.id()).isEmpty()) {
            throw new IllegalStateException("Say first which elements are disputed.");
        }
        log.add(
                request.id(),
                who,
                "the case system is to be corrected",
                "The next extract with another value is recognised.");
    }

    @Override
    public void closed(RightsRequest request, String who) {
        table.close(request.id(), clock.instant());
        List<DisputedElement> elements = table.of(request.id());
        if (!elements.isEmpty()) {
            records.lockedFacts(List.of(request.childId()));
            elements.forEach(element -> mark(request.childId(), element.type(), element.id()));
        }
    }

    @Override
    public Optional<FulfilmentProof> proof(RightsRequest request) {
        return request.decided()
                .filter(decision -> decision.ground().grants())
                .map(decision -> proof.of(request.childId(), table.of(request.id())));
    }

    /** Destinations that hold the resource now, or held it when it was disputed. */
    List<String> holders(DisputedElement element) {
        return union(element.holders(), holders(element.childId(), element.reference()));
    }

    /** Organisations that have been shown it up to now. */
    List<String> readers(DisputedElement element) {
        return union(element.readers(), readers.of(element.childId(), element.reference()));
    }

    private List<String> holders(String childId, String reference) {
        return copies.ofChild(childId).stream()
                .filter(copy -> copy.reference().equals(reference))
                .map(copy -> copy.destination().code())
                .distinct()
                .toList();
    }

    private static List<String> union(List<String> before, List<String> now) {
        return Stream.concat(before.stream(), now.stream()).distinct().sorted().toList();
    }

    /** What is still disputed of the resource, by whichever request, and nothing else. */
    Optional<Long> mark(String childId, String type, String id) {
        List<String> elements = table.open(List.of(childId)).stream()
                .map(DisputeTable.Open::element)
                .filter(open -> open.reference().equals(type + "/" + id))
                .map(DisputedElement::element)
                .distinct()
                .sorted()
                .toList();
        Optional<Long> version = marks.dispute(childId, type, id, elements);
        outbox.enqueue(List.of(childId), elements.isEmpty() ? "no longer disputed" : "disputed");
        return version;
    }
}
