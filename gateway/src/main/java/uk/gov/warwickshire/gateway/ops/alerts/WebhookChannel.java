package uk.gov.warwickshire.gateway.ops.alerts;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Posts JSON, signed: `X-Gateway-Signature: sha256=HMAC-SHA256(secret, timestamp + "." + body)` in hex, with the
 * `X-Gateway-Timestamp` in seconds, so that a receiver can refuse what is forged and what is old.
 */
final class WebhookChannel implements AlertChannel {

    private static final String ALGORITHM = "HmacSHA256";

    private final HttpClient client;
    private final URI url;
    private final SecretKeySpec key;
    private final Duration timeout;
    private final NoticeText text;
    private final Clock clock;

    WebhookChannel(HttpClient client, URI url, String secret, Duration timeout, NoticeText text, Clock clock) {
        this.client = client;
        this.url = url;
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.timeout = timeout;
        this.text = text;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "webhook";
    }

    /** Without path and query: either may be a secret. */
    @Override
    public String target() {
        return url.getScheme() + "://" + url.getAuthority();
    }

    @Override
    public void send(AlertNotice notice) throws NotDeliveredException {
        String body = text.json(notice);
        String timestamp = String.valueOf(clock.instant().getEpochSecond());
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .header("X-Gateway-Notice", notice.id().toString())
                .header("X-Gateway-Timestamp", timestamp)
                .header("X-Gateway-Signature", "sha256=" + signature(timestamp + "." + body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status / 100 != 2) {
                throw new NotDeliveredException("the webhook answered " + status);
            }
        } catch (IOException e) {
            throw new NotDeliveredException(
                    "the webhook did not answer: " + e.getClass().getSimpleName());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new NotDeliveredException("stopped");
        }
    }

    private String signature(String signed) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
