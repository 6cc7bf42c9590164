package uk.gov.warwickshire.gateway.mesh;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes the Authorization header of one attempt; a header used twice is refused (opt-out-and-mesh.md 7). */
public final class MeshToken {

    public static final String SCHEME = "NHSMESH ";
    private static final String ALGORITHM = "HmacSHA256";
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuuMMddHHmm").withZone(ZoneOffset.UTC);

    private final MeshCredentials credentials;
    private final Clock clock;

    MeshToken(MeshCredentials credentials, Clock clock) {
        this.credentials = credentials;
        this.clock = clock;
    }

    /** A header nobody has used before. */
    String next() {
        String nonce = UUID.randomUUID().toString();
        String time = MINUTE.format(clock.instant());
        String count = "1";
        return SCHEME
                + String.join(":", credentials.mailbox(), nonce, count, time, hash(credentials, nonce, count, time));
    }

    /** Lower-case hex HMAC-SHA256, keyed with the environment's key, over mailbox, nonce, count, password and time. */
    public static String hash(MeshCredentials credentials, String nonce, String count, String time) {
        String text = String.join(":", credentials.mailbox(), nonce, count, credentials.password(), time);
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(credentials.sharedKey().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
