package uk.gov.warwickshire.gateway.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.warwickshire.mappings.fhir.EncodedResource;

/**
 * Writes the resources that many children share, in a short transaction of their own: otherwise two chunks that name the
 * same team would wait for one another. What was written a moment ago is not even looked up.
 */
final class DirectoryWriter {

    private static final int REMEMBERED = 20_000;
    /** Short, since another replica may write a newer version meanwhile. */
    private static final Duration FOR = Duration.ofSeconds(20);

    private final ResourceTable table;
    private final TransactionTemplate ownTransaction;
    private final Cache<String, ByteBuffer> written =
            Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(FOR).build();

    /** @param ownTransaction one that does not join the caller's */
    DirectoryWriter(ResourceTable table, TransactionTemplate ownTransaction) {
        this.table = table;
        this.ownTransaction = ownTransaction;
    }

    void write(Collection<EncodedResource> resources, Instant now) {
        Map<String, EncodedResource> due = new TreeMap<>();
        for (EncodedResource resource : resources) {
            if (!ByteBuffer.wrap(resource.hash()).equals(written.getIfPresent(resource.reference()))) {
                due.put(resource.reference(), resource);
            }
        }
        if (due.isEmpty()) {
            return;
        }
        ownTransaction.executeWithoutResult(status -> writeDue(due.values(), now));
        due.forEach((reference, resource) -> written.put(reference, ByteBuffer.wrap(resource.hash())));
    }

    private void writeDue(Collection<EncodedResource> due, Instant now) {
        table.lockDirectory();
        List<ResourceWrite> asNew =
                due.stream().map(r -> new ResourceWrite("", r, 1, now)).toList();
        Map<String, CurrentVersion> current = table.directory(asNew).stream()
                .collect(Collectors.toMap(CurrentVersion::reference, Function.identity()));
        List<CurrentVersion> superseded = new ArrayList<>();
        List<ResourceWrite> writes = new ArrayList<>();
        for (ResourceWrite write : asNew) {
            CurrentVersion stored = current.get(write.resource().reference());
            if (stored == null) {
                writes.add(write);
            } else if (!stored.isSameAs(write.resource())) {
                superseded.add(stored);
                writes.add(new ResourceWrite("", write.resource(), stored.version() + 1, now));
            }
        }
        table.archive(superseded, now);
        table.write(writes);
    }
}
