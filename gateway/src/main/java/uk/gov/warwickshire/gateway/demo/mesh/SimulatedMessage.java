package uk.gov.warwickshire.gateway.demo.mesh;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** A message on its way. Guarded by {@link SimulatedMesh}. */
public final class SimulatedMessage {

    private final String id;
    private final String to;
    private final Map<String, String> headers;
    private final int chunksExpected;
    private final boolean compressed;
    private final Instant visibleFrom;
    private final SortedMap<Integer, byte[]> chunks = new TreeMap<>();
    private boolean acknowledged;
    private boolean expired;
    private boolean forgotten;

    SimulatedMessage(
            String id, String to, Map<String, String> headers, int chunks, boolean compressed, Instant visibleFrom) {
        this.id = id;
        this.to = to;
        this.headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        this.headers.putAll(headers);
        this.chunksExpected = chunks;
        this.compressed = compressed;
        this.visibleFrom = visibleFrom;
    }

    public String id() {
        return id;
    }

    public String to() {
        return to;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).filter(value -> !value.isBlank());
    }

    /** All chunks together, uncompressed. */
    public byte[] body() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        chunks.values().forEach(chunk -> whole.writeBytes(compressed && !forgotten ? expand(chunk) : chunk));
        return whole.toByteArray();
    }

    Instant visibleFrom() {
        return visibleFrom;
    }

    Map<String, String> headers() {
        return headers;
    }

    boolean isCompressed() {
        return compressed;
    }

    int chunksExpected() {
        return chunksExpected;
    }

    void add(int number, byte[] chunk) {
        chunks.put(number, chunk);
    }

    Optional<byte[]> chunk(int number) {
        return Optional.ofNullable(chunks.get(number));
    }

    boolean isComplete() {
        return chunks.size() == chunksExpected;
    }

    boolean isWaiting(Instant now) {
        return isComplete() && !acknowledged && !expired && !visibleFrom.isAfter(now);
    }

    boolean isAcknowledged() {
        return acknowledged;
    }

    /** Its body goes; that there was a message, and of which size, stays. */
    void forget() {
        chunks.replaceAll((number, chunk) -> new byte[0]);
        forgotten = true;
    }

    boolean isForgotten() {
        return forgotten;
    }

    void acknowledge() {
        acknowledged = true;
    }

    boolean isExpired() {
        return expired;
    }

    void expire() {
        expired = true;
    }

    private static byte[] expand(byte[] chunk) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(chunk))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
