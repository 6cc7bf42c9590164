package uk.gov.warwickshire.gateway.mesh;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fetches a message and puts its chunks together; each chunk is compressed for itself. */
final class MeshDownload {

    private static final Pattern RANGE = Pattern.compile("\\d{1,6}:(\\d{1,6})");
    private static final int PARTIAL = 206;

    private final MeshHttp http;
    private final long maxBytes;

    MeshDownload(MeshHttp http, long maxBytes) {
        this.http = http;
        this.maxBytes = maxBytes;
    }

    MeshMessage get(String path, String messageId) {
        HttpResponse<byte[]> first = http.call(MeshRequest.get("get message", path));
        MeshHeaders headers = headers(first);
        if (headers.get(MeshHeaders.MESSAGE_TYPE).isEmpty()
                && headers.get(MeshHeaders.MESSAGE_ID).isEmpty()) {
            throw MeshException.unusable("get message", "the answer is no message");
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        append(body, first);
        int chunks = first.statusCode() == PARTIAL ? chunks(headers) : 1;
        for (int chunk = 2; chunk <= chunks; chunk++) {
            append(body, http.call(MeshRequest.get("get chunk", path + "/" + chunk)));
        }
        return new MeshMessage(messageId, headers, body.toByteArray());
    }

    private void append(ByteArrayOutputStream body, HttpResponse<byte[]> answer) {
        boolean compressed = answer.headers()
                .firstValue("Content-Encoding")
                .filter(Gzip.NAME::equalsIgnoreCase)
                .isPresent();
        try {
            long room = maxBytes - body.size();
            byte[] plain = compressed ? Gzip.expand(answer.body(), room) : answer.body();
            if (plain.length > room) {
                throw new LimitedBody.TooLarge();
            }
            body.writeBytes(plain);
        } catch (IOException e) {
            String why = e instanceof LimitedBody.TooLarge ? "message too large" : "a chunk could not be decompressed";
            throw MeshException.unusable("get message", why);
        }
    }

    private static int chunks(MeshHeaders headers) {
        Matcher range = RANGE.matcher(headers.get(MeshHeaders.CHUNK_RANGE).orElse(""));
        if (!range.matches()) {
            throw MeshException.unusable("get message", "a message in chunks does not say in how many");
        }
        return Integer.parseInt(range.group(1));
    }

    private static MeshHeaders headers(HttpResponse<byte[]> answer) {
        Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        answer.headers().map().forEach((name, all) -> {
            if (name.regionMatches(true, 0, "mex-", 0, 4) || "content-type".equalsIgnoreCase(name)) {
                values.put(name, all.get(0));
            }
        });
        return new MeshHeaders(values);
    }
}
