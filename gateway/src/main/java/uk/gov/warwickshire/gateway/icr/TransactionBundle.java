package uk.gov.warwickshire.gateway.icr;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import uk.gov.warwickshire.gateway.delivery.CopyEntry;
import uk.gov.warwickshire.gateway.delivery.OutboundMessage;
import uk.gov.warwickshire.gateway.store.StoredResource;

/**
 * A FHIR transaction Bundle put together from stored bytes: nothing is parsed or encoded. Every entry replaces or deletes
 * by id, so the same Bundle again has no further effect.
 */
final class TransactionBundle {

    private static final byte[] START = utf8("{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[");
    private static final byte[] BETWEEN = utf8(",");
    private static final byte[] END = utf8("]}");

    private final List<byte[]> parts = new ArrayList<>();
    private final int entries;

    /** @param base of the recipient, under which references resolve */
    TransactionBundle(URI base, OutboundMessage message) {
        String prefix = base.toString().replaceFirst("/+$", "") + "/";
        parts.add(START);
        message.changed().forEach(resource -> put(prefix, resource));
        message.removed().forEach(this::delete);
        parts.add(END);
        entries = message.changed().size() + message.removed().size();
    }

    int entries() {
        return entries;
    }

    BodyPublisher publisher() {
        long length = parts.stream().mapToLong(part -> part.length).sum();
        return BodyPublishers.fromPublisher(BodyPublishers.ofByteArrays(parts), length);
    }

    private void put(String prefix, StoredResource resource) {
        separate();
        parts.add(utf8("{\"fullUrl\":\"" + prefix + resource.reference() + "\",\"resource\":"));
        parts.add(resource.content());
        parts.add(utf8(",\"request\":{\"method\":\"PUT\",\"url\":\"" + resource.reference() + "\"}}"));
    }

    private void delete(CopyEntry entry) {
        separate();
        parts.add(utf8("{\"request\":{\"method\":\"DELETE\",\"url\":\"" + entry.reference() + "\"}}"));
    }

    private void separate() {
        if (parts.size() > 1) {
            parts.add(BETWEEN);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
