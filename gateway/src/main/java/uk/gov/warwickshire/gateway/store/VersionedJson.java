package uk.gov.warwickshire.gateway.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import uk.gov.warwickshire.mappings.fhir.EncodedResource;

/** Puts version and time into encoded JSON without parsing it. */
final class VersionedJson {

    private VersionedJson() {}

    /** @throws IllegalArgumentException unless type, id and meta come first, as HAPI writes them */
    static byte[] of(EncodedResource resource, long version, Instant lastUpdated) {
        return of(resource.type(), resource.id(), resource.json(), version, lastUpdated);
    }

    /** As {@link #of(EncodedResource, long, Instant)}. */
    static byte[] of(String type, String id, byte[] json, long version, Instant lastUpdated) {
        byte[] head = "{\"resourceType\":\"%s\",\"id\":\"%s\",\"meta\":{"
                .formatted(type, id)
                .getBytes(StandardCharsets.UTF_8);
        if (json.length < head.length || Arrays.mismatch(head, 0, head.length, json, 0, head.length) >= 0) {
            throw new IllegalArgumentException("encoded resource does not begin with its type, id and meta");
        }
        byte[] meta = "\"versionId\":\"%d\",\"lastUpdated\":\"%s\","
                .formatted(version, lastUpdated)
                .getBytes(StandardCharsets.UTF_8);
        byte[] versioned = Arrays.copyOf(head, json.length + meta.length);
        System.arraycopy(meta, 0, versioned, head.length, meta.length);
        System.arraycopy(json, head.length, versioned, head.length + meta.length, json.length - head.length);
        return versioned;
    }
}
