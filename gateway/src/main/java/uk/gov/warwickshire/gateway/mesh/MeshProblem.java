package uk.gov.warwickshire.gateway.mesh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What MESH said when it refused something. The words are ours: text of the other side may hold personal data and is left
 * out.
 *
 * @param status HTTP status
 * @param code of {@link MeshErrorCode}, or one it does not know
 * @param words for logs and the console
 */
public record MeshProblem(int status, Optional<String> code, String words) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Understands the second and first form of the interface, the list of invalid fields, and bodies that are no JSON. */
    static MeshProblem of(int status, byte[] body) {
        JsonNode root = read(body);
        JsonNode detail = root.path("detail");
        Optional<String> code = text(detail.path(0).path("code")).or(() -> text(root.path("errorCode")));
        if (code.isPresent()) {
            return new MeshProblem(status, code, wordsFor(code.get()));
        }
        List<String> fields = invalidFields(detail);
        return new MeshProblem(
                status,
                Optional.empty(),
                fields.isEmpty() ? "HTTP status " + status : "not accepted: " + String.join(", ", fields));
    }

    static String wordsFor(String code) {
        return MeshErrorCode.of(code).map(MeshErrorCode::words).orElse("MESH error " + code);
    }

    private static List<String> invalidFields(JsonNode detail) {
        List<String> fields = new ArrayList<>();
        for (JsonNode error : detail) {
            List<String> path = new ArrayList<>();
            error.path("loc").forEach(step -> text(step).ifPresent(path::add));
            if (!path.isEmpty()) {
                fields.add(String.join(".", path));
            }
        }
        return fields;
    }

    private static JsonNode read(byte[] body) {
        try {
            return body.length == 0 ? JSON.missingNode() : JSON.readTree(body);
        } catch (JacksonException notJson) {
            return JSON.missingNode();
        }
    }

    /** Only what looks like a name or a code, never free text. */
    private static Optional<String> text(JsonNode node) {
        return Optional.of(node.asString("")).filter(value -> value.matches("[A-Za-z][A-Za-z0-9_-]{0,40}|[0-9]{1,4}"));
    }
}
