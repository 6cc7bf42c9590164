package uk.gov.warwickshire.gateway.common.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/** Answers a refused call with an OperationOutcome: a stable code and a plain sentence, nothing of what was asked. */
@Component
public class RefusalWriter {

    private static final String FHIR_JSON = "application/fhir+json";
    private static final String REALM = "Bearer realm=\"health-gateway\"";
    private static final int UNAUTHORISED = 401;

    private final JsonMapper json;
    private final List<RefusalWording> wordings;
    private final String codeSystem;

    RefusalWriter(JsonMapper json, ObjectProvider<RefusalWording> wordings, GatewaySettings settings) {
        this.json = json;
        this.wordings = wordings.stream().toList();
        this.codeSystem = settings.fhir().baseUri() + "/CodeSystem/api-refusal";
    }

    /** Writes status, headers and body, in the words of the interface that was asked. */
    void write(RefusedException refused, HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = wordings.stream()
                .filter(wording -> wording.covers(request))
                .findFirst()
                .map(wording -> wording.body(refused))
                .orElseGet(() -> json.writeValueAsBytes(outcome(refused)));
        write(refused, body, response);
    }

    /** Writes status, headers and body; the response must not be committed. */
    public void write(RefusedException refused, HttpServletResponse response) throws IOException {
        write(refused, json.writeValueAsBytes(outcome(refused)), response);
    }

    private static void write(RefusedException refused, byte[] body, HttpServletResponse response) throws IOException {
        Refusal refusal = refused.refusal();
        response.resetBuffer();
        response.setStatus(refusal.status());
        challenge(refusal).forEach(value -> response.setHeader("WWW-Authenticate", value));
        refused.retryAfterSeconds().ifPresent(seconds -> response.setHeader("Retry-After", String.valueOf(seconds)));
        response.setContentType(FHIR_JSON);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** System of the codes in `issue.details.coding`. */
    public String codeSystem() {
        return codeSystem;
    }

    private Map<String, Object> outcome(RefusedException refused) {
        Refusal refusal = refused.refusal();
        List<Map<String, String>> codings = Stream.concat(Stream.of(refusal.code()), refused.reasons().stream())
                .map(code -> Map.of("system", codeSystem, "code", code))
                .toList();
        return Map.of(
                "resourceType",
                "OperationOutcome",
                "issue",
                List.of(Map.of(
                        "severity", "error",
                        "code", refusal.issueType(),
                        "details", Map.of("coding", codings, "text", refusal.sentence()))));
    }

    private static List<String> challenge(Refusal refusal) {
        if (refusal == Refusal.TOKEN_MISSING) {
            return List.of(REALM);
        }
        if (refusal.status() == UNAUTHORISED) {
            return List.of(REALM + ", error=\"invalid_token\", error_description=\"" + refusal.code() + "\"");
        }
        return refusal == Refusal.SCOPE_MISSING ? List.of(REALM + ", error=\"insufficient_scope\"") : List.of();
    }
}
