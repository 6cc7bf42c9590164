package uk.gov.warwickshire.gateway.demo.mesh;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A call as it arrives, whatever server took it.
 *
 * @param segments of the path after `/messageexchange/`, decoded
 * @param query single values by name
 * @param headers in any case
 */
public record SimulatedRequest(
        String method, List<String> segments, Map<String, String> query, Map<String, String> headers, byte[] body) {

    public SimulatedRequest {
        segments = List.copyOf(segments);
        query = Map.copyOf(query);
        Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = anyCase;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).filter(value -> !value.isBlank());
    }

    /** The path in a form to switch over: the first segment is the mailbox. */
    String segment(int index) {
        return index < segments.size() ? segments.get(index) : "";
    }
}
