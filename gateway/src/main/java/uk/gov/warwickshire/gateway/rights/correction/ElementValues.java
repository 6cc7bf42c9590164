package uk.gov.warwickshire.gateway.rights.correction;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.gov.warwickshire.gateway.store.StoredResource;

/** The elements of a stored resource that a person can dispute. */
final class ElementValues {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<String> NOT_THEIRS =
            Set.of("resourceType", "id", "meta", "text", "language", "implicitRules");

    private ElementValues() {}

    static List<String> names(StoredResource resource) {
        List<String> names = new ArrayList<>();
        JSON.readTree(resource.content()).propertyNames().forEach(name -> {
            if (!NOT_THEIRS.contains(name) && !name.startsWith("_")) {
                names.add(name);
            }
        });
        return names;
    }

    /** Of an element that is not there: the hash of nothing. */
    static byte[] hash(byte[] content, String element) {
        JsonNode value = JSON.readTree(content).path(element);
        String text = value.isMissingNode() ? "" : JSON.writeValueAsString(value);
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
