package uk.gov.warwickshire.gateway.delivery;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.gov.warwickshire.gateway.common.Destination;
import uk.gov.warwickshire.gateway.disclosure.Cleared;
import uk.gov.warwickshire.gateway.store.StoredResource;

/**
 * What one attempt brings to a destination: nothing that is not in the clearance, in the versions that were decided on.
 *
 * @param changed resources the destination holds in another version or not at all
 * @param removed resources it holds and is to delete; by name only
 */
public record OutboundMessage(UUID deliveryId, Cleared cleared, List<StoredResource> changed, List<CopyEntry> removed) {

    public OutboundMessage {
        changed = List.copyOf(changed);
        removed = List.copyOf(removed);
        if (changed.isEmpty() && removed.isEmpty()) {
            throw new IllegalArgumentException("a message that says nothing");
        }
        Set<String> allowed = cleared.isWithdrawal()
                ? Set.of()
                : cleared.resources().stream()
                        .map(r -> r.type() + "/" + r.id() + "/" + r.version())
                        .collect(Collectors.toSet());
        if (!changed.stream().map(OutboundMessage::versioned).allMatch(allowed::contains)) {
            throw new IllegalArgumentException("a resource that was not cleared");
        }
    }

    public Destination destination() {
        return cleared.disclosure().destination();
    }

    /**
     * The same for the same content of the same delivery, so that a recipient may recognise a repetition; another as soon
     * as the content differs, so that it may not mistake a new state for a repetition.
     */
    public UUID requestId() {
        String content = Stream.concat(
                        changed.stream().map(OutboundMessage::versioned),
                        removed.stream().map(CopyEntry::reference))
                .sorted()
                .collect(Collectors.joining("\n", deliveryId + "\n", ""));
        return UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8));
    }

    private static String versioned(StoredResource resource) {
        return resource.reference() + "/" + resource.version();
    }

    /** Keeps content out of logs. */
    @Override
    public String toString() {
        return "OutboundMessage[" + deliveryId + "]";
    }
}
