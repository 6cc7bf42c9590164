package uk.gov.warwickshire.mappings.source.cin;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A child's entry in one census: all that is kept of it to derive the record again.
 *
 * @param file name of the delivered file
 * @param referenceDate the day the census is of
 * @param child has an id
 */
public record CensusEntry(String file, LocalDate referenceDate, CensusChild child) {

    /** Raise it when the rules of reading or of precedence change, so that every child is read again. */
    private static final String READING_RULES = "1";

    /** Components only: what the records say beside them is derived. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultVisibility(visible -> visible.withGetterVisibility(Visibility.NONE)
                    .withIsGetterVisibility(Visibility.NONE)
                    .withFieldVisibility(Visibility.ANY))
            .build();

    public CensusEntry {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(referenceDate, "referenceDate");
        if (child.childId().isEmpty()) {
            throw new IllegalArgumentException("a child without an id cannot be kept");
        }
    }

    public String childId() {
        return child.childId().orElseThrow();
    }

    /** For keeping; {@link #fromJson} reads it back. */
    public String toJson() {
        return MAPPER.writeValueAsString(this);
    }

    /** @throws IllegalArgumentException if the text was not written by {@link #toJson} */
    public static CensusEntry fromJson(String json) {
        try {
            return MAPPER.readValue(json, CensusEntry.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not a kept census entry", e);
        }
    }

    /**
     * SHA-256 of the values, wherever in whatever file they stand: the same hash means that a new delivery of the same
     * census would change nothing.
     */
    public String contentHash() {
        JsonNode tree = MAPPER.valueToTree(child);
        removeLines(tree);
        String text = READING_RULES + '\n' + referenceDate + '\n' + tree;
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void removeLines(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove("line");
        }
        node.forEach(CensusEntry::removeLines);
    }

    /** Names no value. */
    @Override
    public String toString() {
        return "CensusEntry[" + referenceDate + "]";
    }
}
