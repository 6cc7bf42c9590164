package uk.gov.warwickshire.gateway.demo.mesh;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.gov.warwickshire.gateway.mesh.MeshHeaders;

/** The calls of an authenticated mailbox. */
final class SimulatedCalls {

    private static final int PAGE = 500;

    private final SimulatedMesh mesh;
    private final SimulatedMailbox mailbox;

    SimulatedCalls(SimulatedMesh mesh, SimulatedMailbox mailbox) {
        this.mesh = mesh;
        this.mailbox = mailbox;
    }

    SimulatedResponse handle(SimulatedRequest request) {
        String call = request.method() + " " + request.segment(1);
        return switch (call) {
            case "POST " -> handshake(request);
            case "GET inbox" -> request.segment(2).isEmpty() ? list(request) : get(request);
            case "PUT inbox" -> acknowledge(request);
            case "POST outbox" -> new SimulatedOutbox(mesh, mailbox).handle(request);
            case "GET outbox" -> track(request);
            default -> SimulatedResponse.empty(404);
        };
    }

    private static SimulatedResponse handshake(SimulatedRequest request) {
        for (String name : List.of("mex-ClientVersion", "mex-OSName", "mex-OSVersion")) {
            if (request.header(name).isEmpty()) {
                return SimulatedResponse.invalid(name, "field required");
            }
        }
        return SimulatedResponse.json(200, Map.of("mailboxId", request.segment(0)));
    }

    private SimulatedResponse list(SimulatedRequest request) {
        int most = Integer.parseInt(request.query().getOrDefault("max_results", String.valueOf(PAGE)));
        if (most < 10 || most > 5000) {
            return SimulatedResponse.invalid("max_results", "must be between 10 and 5000");
        }
        String after = request.query().getOrDefault("continue_from", "");
        List<String> all = mesh.inbox(mailbox.id()).stream()
                .map(SimulatedMessage::id)
                .filter(id -> id.compareTo(after) > 0)
                .sorted()
                .toList();
        List<String> page = all.subList(0, Math.min(most, all.size()));
        String self = "/messageexchange/" + mailbox.id() + "/inbox";
        Map<String, String> links = new LinkedHashMap<>();
        links.put("self", self);
        if (all.size() > page.size()) {
            links.put("next", self + "?continue_from=" + page.get(page.size() - 1));
        }
        return SimulatedResponse.json(200, Map.of("messages", page, "links", links, "approx_inbox_count", all.size()));
    }

    private SimulatedResponse get(SimulatedRequest request) {
        SimulatedMessage message = mesh.message(request.segment(2))
                .filter(found -> found.to().equals(mailbox.id()) && found.isComplete())
                .orElse(null);
        if (message == null) {
            return SimulatedResponse.error(404, "RECEIVE", "20", "Message not found");
        }
        if (message.isAcknowledged() || message.isExpired()) {
            return SimulatedResponse.error(410, "RECEIVE", "", "Message is gone");
        }
        int number = request.segment(3).isEmpty() ? 1 : Integer.parseInt(request.segment(3));
        return message.chunk(number)
                .map(chunk -> new SimulatedResponse(status(message, number), headers(message, number), chunk))
                .orElseGet(() -> SimulatedResponse.empty(404));
    }

    /** Parts answer 206; the last part, like a message of one part, 200. */
    private static int status(SimulatedMessage message, int number) {
        return number < message.chunksExpected() ? 206 : 200;
    }

    private static Map<String, String> headers(SimulatedMessage message, int number) {
        Map<String, String> headers = new LinkedHashMap<>(message.headers());
        headers.putIfAbsent(MeshHeaders.MESSAGE_TYPE, "DATA");
        headers.put(MeshHeaders.MESSAGE_ID, message.id());
        headers.put(MeshHeaders.CHUNK_RANGE, number + ":" + message.chunksExpected());
        headers.put("Content-Type", "application/octet-stream");
        if (message.isCompressed()) {
            headers.put("Content-Encoding", "gzip");
        }
        return headers;
    }

    private SimulatedResponse acknowledge(SimulatedRequest request) {
        SimulatedMessage message = mesh.message(request.segment(2))
                .filter(found -> found.to().equals(mailbox.id()))
                .orElse(null);
        if (message == null || !"acknowledged".equals(request.segment(4))) {
            return SimulatedResponse.empty(404);
        }
        message.acknowledge();
        return SimulatedResponse.empty(200);
    }

    private SimulatedResponse track(SimulatedRequest request) {
        return mesh.message(request.query().getOrDefault("messageID", ""))
                .filter(message -> message.header(MeshHeaders.FROM)
                        .filter(mailbox.id()::equals)
                        .isPresent())
                .map(SimulatedCalls::tracking)
                .orElseGet(() -> SimulatedResponse.empty(404));
    }

    private static SimulatedResponse tracking(SimulatedMessage message) {
        Map<String, Object> tracking = new LinkedHashMap<>();
        tracking.put("message_id", message.id());
        tracking.put("status", message.isExpired() ? "error" : message.isAcknowledged() ? "acknowledged" : "accepted");
        tracking.put("status_code", message.isExpired() ? "14" : "00");
        return SimulatedResponse.json(200, tracking);
    }
}
