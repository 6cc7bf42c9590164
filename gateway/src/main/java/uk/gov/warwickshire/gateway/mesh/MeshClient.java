package uk.gov.warwickshire.gateway.mesh;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The calls one mailbox makes (opt-out-and-mesh.md 7). Every call but {@link #send} throws {@link MeshException} when it
 * fails; calls that can do no harm twice have been repeated by then.
 */
public final class MeshClient {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern CONTINUE_FROM = Pattern.compile("[?&]continue_from=([^&]+)");
    private static final Map<String, String> HANDSHAKE = Map.of(
            "mex-ClientVersion", "health-gateway",
            "mex-OSName", System.getProperty("os.name", "unknown"),
            "mex-OSVersion", System.getProperty("os.version", "unknown"));

    private final MeshHttp http;
    private final String mailbox;
    private final int pageSize;
    private final MeshDownload download;
    private final MeshUpload upload;

    MeshClient(MeshHttp http, String mailbox, MeshLimits limits) {
        this.http = http;
        this.mailbox = mailbox;
        this.pageSize = limits.pageSize();
        this.download = new MeshDownload(http, limits.maxMessageBytes());
        this.upload = new MeshUpload(http, mailbox, limits.chunkBytes());
    }

    /** Id of the mailbox, as partners see it. */
    public String mailbox() {
        return mailbox;
    }

    /** Says we are there; once a day. */
    public void handshake() {
        http.call(new MeshRequest("handshake", "POST", mailbox, HANDSHAKE, new byte[0], true));
    }

    /** @param continueFrom of the page before; empty for the first */
    public InboxPage inbox(Optional<String> continueFrom) {
        String from = continueFrom.map(next -> "&continue_from=" + next).orElse("");
        JsonNode page = json("inbox", MeshRequest.get("inbox", mailbox + "/inbox?max_results=" + pageSize + from));
        if (!page.path("messages").isArray()) {
            throw MeshException.unusable("inbox", "the answer is no list of messages");
        }
        List<String> ids = new ArrayList<>();
        page.path("messages").forEach(id -> ids.add(id.asString()));
        Matcher next = CONTINUE_FROM.matcher(page.path("links").path("next").asString(""));
        return new InboxPage(ids, next.find() ? Optional.of(next.group(1)) : Optional.empty());
    }

    /** The whole message. Status 404: no such message; 410: already acknowledged. */
    public MeshMessage get(String messageId) {
        return download.get(inboxPath(messageId), messageId);
    }

    /** Removes the message from the inbox: only after it has been stored. */
    public void acknowledge(String messageId) {
        http.call(MeshRequest.put("acknowledge", inboxPath(messageId) + "/status/acknowledged"));
    }

    /** Hands over a message; the first request is made once and never repeated. */
    public SendOutcome send(OutgoingMessage message) {
        return upload.send(message);
    }

    /** What became of a message we sent; not to be asked often. */
    public Tracking track(String messageId) {
        JsonNode answer = json(
                "tracking", MeshRequest.get("tracking", mailbox + "/outbox/tracking?messageID=" + encode(messageId)));
        return new Tracking(
                Optional.of(answer.path("status").asString(""))
                        .filter(status -> status.matches("[A-Za-z_]{1,30}"))
                        .orElse("unknown"),
                Optional.of(answer.path("status_code").asString("")).filter(MeshClient::isError));
    }

    static String encode(String pathSegment) {
        return URLEncoder.encode(pathSegment, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static boolean isError(String code) {
        return !code.isBlank() && !"00".equals(code);
    }

    private String inboxPath(String messageId) {
        return mailbox + "/inbox/" + encode(messageId);
    }

    private JsonNode json(String call, MeshRequest request) {
        HttpResponse<byte[]> answer = http.call(request);
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException e) {
            throw MeshException.unusable(call, "the answer is not JSON");
        }
    }
}
