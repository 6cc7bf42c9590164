package uk.gov.warwickshire.gateway.mesh;

import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.gov.warwickshire.gateway.mesh.SendOutcome.NotSent;
import uk.gov.warwickshire.gateway.mesh.SendOutcome.Refused;
import uk.gov.warwickshire.gateway.mesh.SendOutcome.Sent;
import uk.gov.warwickshire.gateway.mesh.SendOutcome.Unknown;

/** Sends a message, in chunks if it is large. */
final class MeshUpload {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Answers by which MESH says that it has not looked at the message. */
    private static final Set<Integer> NOT_LOOKED_AT = Set.of(425, 429);

    private final MeshHttp http;
    private final String mailbox;
    private final int chunkBytes;

    MeshUpload(MeshHttp http, String mailbox, int chunkBytes) {
        this.http = http;
        this.mailbox = mailbox;
        this.chunkBytes = chunkBytes;
    }

    SendOutcome send(OutgoingMessage message) {
        int chunks = Math.max(1, (message.body().length + chunkBytes - 1) / chunkBytes);
        try {
            MeshRequest first = new MeshRequest(
                    "send", "POST", mailbox + "/outbox", headers(message, chunks), chunk(message, 1), false);
            Optional<String> id = messageId(http.call(first));
            if (id.isEmpty()) {
                return new Unknown("the answer to the message has no message id");
            }
            for (int chunk = 2; chunk <= chunks; chunk++) {
                http.call(further(message, id.get(), chunk, chunks));
            }
            return new Sent(id.get());
        } catch (MeshException e) {
            return outcome(e);
        }
    }

    private static SendOutcome outcome(MeshException e) {
        if (!e.mayHaveReached() || NOT_LOOKED_AT.contains(e.status())) {
            return new NotSent(e.words());
        }
        return e.isWorthTryingLater()
                ? new Unknown(e.words())
                : new Refused(e.problem().flatMap(MeshProblem::code), e.words());
    }

    private MeshRequest further(OutgoingMessage message, String id, int chunk, int chunks) {
        Map<String, String> headers = encoding(message);
        headers.put(MeshHeaders.CHUNK_RANGE, chunk + ":" + chunks);
        headers.put("Content-Type", "application/octet-stream");
        String path = mailbox + "/outbox/" + MeshClient.encode(id) + "/" + chunk;
        return new MeshRequest("send chunk", "POST", path, headers, chunk(message, chunk), true);
    }

    private byte[] chunk(OutgoingMessage message, int number) {
        int from = (number - 1) * chunkBytes;
        byte[] plain = Arrays.copyOfRange(message.body(), from, Math.min(message.body().length, from + chunkBytes));
        return message.compressed() ? Gzip.compress(plain) : plain;
    }

    private Map<String, String> headers(OutgoingMessage message, int chunks) {
        Map<String, String> headers = encoding(message);
        headers.put(MeshHeaders.FROM, mailbox);
        headers.put(MeshHeaders.TO, message.to());
        headers.put(MeshHeaders.WORKFLOW, message.workflow());
        headers.put(MeshHeaders.LOCAL_ID, message.localId());
        headers.put(MeshHeaders.SUBJECT, message.subject());
        headers.put(MeshHeaders.FILE_NAME, message.fileName());
        headers.put(MeshHeaders.CHECKSUM, sha256(message.body()));
        headers.put("Content-Type", message.contentType());
        if (chunks > 1) {
            headers.put(MeshHeaders.CHUNK_RANGE, "1:" + chunks);
        }
        return headers;
    }

    private static Map<String, String> encoding(OutgoingMessage message) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (message.compressed()) {
            headers.put("Content-Encoding", Gzip.NAME);
        }
        return headers;
    }

    private static Optional<String> messageId(HttpResponse<byte[]> answer) {
        try {
            JsonNode root = JSON.readTree(answer.body());
            return Optional.of(root.path("message_id")
                            .asString(root.path("messageID").asString("")))
                    .filter(id -> !id.isBlank());
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
