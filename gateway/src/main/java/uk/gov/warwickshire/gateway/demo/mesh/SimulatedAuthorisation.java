package uk.gov.warwickshire.gateway.demo.mesh;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import uk.gov.warwickshire.gateway.mesh.MeshCredentials;
import uk.gov.warwickshire.gateway.mesh.MeshToken;

/** Takes each token once, within two hours, with the right hash (opt-out-and-mesh.md 7). Guarded by its owner. */
final class SimulatedAuthorisation {

    private static final Duration WINDOW = Duration.ofHours(2);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuuMMddHHmm");

    private final String sharedKey;
    private final Clock clock;
    private final Map<String, Instant> used = new HashMap<>();

    SimulatedAuthorisation(String sharedKey, Clock clock) {
        this.sharedKey = sharedKey;
        this.clock = clock;
    }

    boolean accepts(SimulatedMailbox mailbox, String header) {
        String[] parts = header.startsWith(MeshToken.SCHEME)
                ? header.substring(MeshToken.SCHEME.length()).split(":")
                : new String[0];
        if (parts.length != 5 || !parts[0].equals(mailbox.id()) || !isInWindow(parts[3])) {
            return false;
        }
        var credentials = new MeshCredentials(mailbox.id(), mailbox.password(), sharedKey);
        String expected = MeshToken.hash(credentials, parts[1], parts[2], parts[3]);
        boolean same = MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), parts[4].getBytes(StandardCharsets.UTF_8));
        return same && isFirstUse(String.join(":", parts[0], parts[1], parts[2]));
    }

    private boolean isFirstUse(String token) {
        Instant now = clock.instant();
        Instant forgotten = now.minus(WINDOW.multipliedBy(3));
        used.values().removeIf(time -> time.isBefore(forgotten));
        return used.putIfAbsent(token, now) == null;
    }

    private boolean isInWindow(String time) {
        try {
            Instant made = LocalDateTime.parse(time, MINUTE).toInstant(ZoneOffset.UTC);
            return Duration.between(made, clock.instant()).abs().compareTo(WINDOW) <= 0;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
