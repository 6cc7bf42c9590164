package uk.gov.warwickshire.gateway.rights.erasure;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.ErasedPerson;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/**
 * Keyed hashes that stand for erased persons: whoever has not the key can neither tell nor try out who it was, and whoever
 * has it can answer whether a certain person was.
 */
@Component
class Pseudonyms {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST_KEY = 32;
    private static final int LENGTH = 40;

    private final SecretKeySpec key;

    Pseudonyms(GatewaySettings settings) {
        String secret = settings.rights().pseudonymKey().orElse("");
        if (secret.length() < SHORTEST_KEY) {
            throw new IllegalStateException("gateway.rights.pseudonym-key must have " + SHORTEST_KEY
                    + " characters or more: it protects who was erased");
        }
        key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** What stands in the place of the child's id. */
    String ofChild(String childId) {
        return ErasedPerson.PREFIX + hash("pseudonym|" + childId).substring(0, LENGTH);
    }

    String childTombstone(String childId) {
        return hash("child|" + childId);
    }

    String numberTombstone(String nhsNumber) {
        return hash("nhs-number|" + nhsNumber);
    }

    private String hash(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
