package uk.gov.warwickshire.gateway.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.TreeSet;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The tag in `meta` that says which elements of a resource are disputed. Everything else keeps its bytes. */
final class DisputeTag {

    static final String CODE = "disputed";

    /** A decimal keeps its digits: 1.50 stays 1.50. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final String system;

    /** @param baseUri under which the council's code systems are named */
    DisputeTag(String baseUri) {
        this.system = baseUri + "/CodeSystem/record-marker";
    }

    /** With a tag for these elements, or without one if there are none. */
    byte[] set(byte[] json, Collection<String> elements) {
        ObjectNode resource = (ObjectNode) JSON.readTree(json);
        ObjectNode meta = (ObjectNode) resource.path("meta");
        ArrayNode tags = JSON.createArrayNode();
        meta.path("tag").forEach(tag -> {
            if (!isOurs(tag)) {
                tags.add(tag);
            }
        });
        if (!elements.isEmpty()) {
            tags.addObject()
                    .put("system", system)
                    .put("code", CODE)
                    .put(
                            "display",
                            "Disputed by the person it is about: " + String.join(", ", new TreeSet<>(elements)));
        }
        if (tags.isEmpty()) {
            meta.remove("tag");
        } else {
            meta.set("tag", tags);
        }
        return JSON.writeValueAsString(resource).getBytes(StandardCharsets.UTF_8);
    }

    /** As its mapper wrote it: without version and time. */
    static byte[] unversioned(byte[] stored) {
        ObjectNode resource = (ObjectNode) JSON.readTree(stored);
        ObjectNode meta = (ObjectNode) resource.path("meta");
        meta.remove("versionId");
        meta.remove("lastUpdated");
        return JSON.writeValueAsString(resource).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] sha256(byte[] json) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(json);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private boolean isOurs(JsonNode tag) {
        return tag.path("system").asString("").equals(system)
                && tag.path("code").asString("").equals(CODE);
    }
}
