package uk.gov.warwickshire.mappings.source.cin;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Finds what occurs twice among millions of keys in eight bytes each. Two different keys share their 64 bits of SHA-256
 * once in many million files; both would then be reported as repeated.
 */
final class SeenKeys {

    private static final int FIRST = 1024;

    private long[] keys = new long[FIRST];
    private int size;

    void add(String key) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
        }
        keys[size++] = hash(key);
    }

    /** Of those added so far. */
    Repeated repeated() {
        long[] sorted = Arrays.copyOf(keys, size);
        Arrays.sort(sorted);
        Set<Long> twice = new HashSet<>();
        for (int i = 1; i < size; i++) {
            if (sorted[i] == sorted[i - 1]) {
                twice.add(sorted[i]);
            }
        }
        return new Repeated(twice);
    }

    /** The keys that were added more than once. */
    record Repeated(Set<Long> hashes) {
        Repeated {
            hashes = Set.copyOf(hashes);
        }

        boolean contains(String key) {
            return hashes.contains(hash(key));
        }
    }

    private static long hash(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
