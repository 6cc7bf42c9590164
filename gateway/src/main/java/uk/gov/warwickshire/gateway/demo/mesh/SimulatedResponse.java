package uk.gov.warwickshire.gateway.demo.mesh;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What the simulated MESH answers. */
public record SimulatedResponse(int status, Map<String, String> headers, byte[] body) {

    private static final String JSON = "application/vnd.mesh.v2+json";

    static SimulatedResponse json(int status, Object body) {
        return new SimulatedResponse(
                status, Map.of("Content-Type", JSON), JsonMapper.shared().writeValueAsBytes(body));
    }

    static SimulatedResponse empty(int status) {
        return new SimulatedResponse(status, Map.of(), new byte[0]);
    }

    /** Second form of the interface. */
    static SimulatedResponse error(int status, String event, String code, String words) {
        return json(status, Map.of("detail", List.of(Map.of("event", event, "code", code, "msg", words))));
    }

    /** A header that is missing or malformed. */
    static SimulatedResponse invalid(String header, String words) {
        return json(
                400,
                Map.of(
                        "detail",
                        List.of(Map.of("loc", List.of("header", header), "msg", words, "type", "value_error"))));
    }
}
