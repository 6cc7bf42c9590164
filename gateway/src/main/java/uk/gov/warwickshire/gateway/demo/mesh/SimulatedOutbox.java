package uk.gov.warwickshire.gateway.demo.mesh;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.gov.warwickshire.gateway.mesh.MeshHeaders;

/** Takes messages from a mailbox, with every check the specification names. */
final class SimulatedOutbox {

    private static final Pattern RANGE = Pattern.compile("1:(\\d{1,4})");
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x1f]|https?://");

    private final SimulatedMesh mesh;
    private final SimulatedMailbox sender;

    SimulatedOutbox(SimulatedMesh mesh, SimulatedMailbox sender) {
        this.mesh = mesh;
        this.sender = sender;
    }

    SimulatedResponse handle(SimulatedRequest request) {
        return request.segment(2).isEmpty() ? first(request) : further(request);
    }

    private SimulatedResponse first(SimulatedRequest request) {
        String to = request.header(MeshHeaders.TO).orElse("");
        String workflow = request.header(MeshHeaders.WORKFLOW).orElse("");
        return refusal(request, to, workflow).orElseGet(() -> {
            SimulatedMessage message = mesh.accept(to, mexHeaders(request), chunks(request), isCompressed(request));
            add(message, 1, request);
            return SimulatedResponse.json(202, Map.of("message_id", message.id()));
        });
    }

    private Optional<SimulatedResponse> refusal(SimulatedRequest request, String to, String workflow) {
        if (to.isEmpty()) {
            return Optional.of(SimulatedResponse.invalid("mex-to", "field required"));
        }
        if (workflow.isEmpty()) {
            return Optional.of(SimulatedResponse.invalid("mex-workflowid", "field required"));
        }
        if (CONTROL.matcher(to + workflow).find()) {
            return refuse("06", "Malformed control file");
        }
        if (request.header(MeshHeaders.FROM).filter(sender.id()::equals).isEmpty()) {
            return refuse("07", "From DTS Address does not match the authenticated mailbox");
        }
        if (request.body().length == 0) {
            return refuse("02", "Data file is missing or inaccessible");
        }
        Optional<SimulatedMailbox> recipient = mesh.mailbox(to);
        if (recipient.isEmpty()) {
            return refuse("12", "Unregistered to address");
        }
        return recipient.get().workflows().contains(workflow)
                ? Optional.empty()
                : refuse("17", "Workflow not registered for mailbox");
    }

    private static Optional<SimulatedResponse> refuse(String code, String words) {
        return Optional.of(SimulatedResponse.error(417, "SEND", code, words));
    }

    private SimulatedResponse further(SimulatedRequest request) {
        SimulatedMessage message = mesh.message(request.segment(2))
                .filter(found -> found.header(MeshHeaders.FROM)
                        .filter(sender.id()::equals)
                        .isPresent())
                .orElse(null);
        if (message == null) {
            return SimulatedResponse.empty(404);
        }
        if (message.isComplete()) {
            return SimulatedResponse.error(423, "SEND", "", "Message is complete");
        }
        int number = Integer.parseInt(request.segment(3));
        if (number < 2 || number > message.chunksExpected() || message.isCompressed() != isCompressed(request)) {
            return SimulatedResponse.error(417, "SEND", "06", "Malformed chunk");
        }
        add(message, number, request);
        return SimulatedResponse.empty(202);
    }

    private void add(SimulatedMessage message, int number, SimulatedRequest request) {
        message.add(number, request.body());
        if (message.isComplete()) {
            mesh.completed(message);
        }
    }

    private static int chunks(SimulatedRequest request) {
        Matcher range = RANGE.matcher(request.header(MeshHeaders.CHUNK_RANGE).orElse("1:1"));
        return range.matches() ? Integer.parseInt(range.group(1)) : 1;
    }

    private static boolean isCompressed(SimulatedRequest request) {
        return request.header("Content-Encoding")
                .filter("gzip"::equalsIgnoreCase)
                .isPresent();
    }

    private static Map<String, String> mexHeaders(SimulatedRequest request) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        request.headers().forEach((name, value) -> {
            if (name.regionMatches(true, 0, "mex-", 0, 4)) {
                headers.put(name, value);
            }
        });
        return headers;
    }
}
