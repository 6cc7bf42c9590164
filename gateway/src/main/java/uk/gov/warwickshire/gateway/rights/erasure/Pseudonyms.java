package uk.gov.warwickshire.gateway.rights.erasure;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
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

    /** The present one first, then former ones. */
    private final List<SecretKeySpec> keys;

    Pseudonyms(GatewaySettings settings) {
        keys = Stream.concat(
                        Stream.of(settings.rights().pseudonymKey().orElse("")),
                        settings.rights().formerPseudonymKeys().stream())
                .map(Pseudonyms::key)
                .toList();
    }

    private static SecretKeySpec key(String secret) {
        if (secret.length() < SHORTEST_KEY) {
            throw new IllegalStateException("gateway.rights.pseudonym-key, and each former one, must have "
                    + SHORTEST_KEY + " characters or more: it protects who was erased");
        }
        return new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** What stands in the place of the child's id. */
    String ofChild(String childId) {
        return pseudonym(childId, keys.get(0));
    }

    /** What may stand in its place: under each of the keys. */
    List<String> allOfChild(String childId) {
        return keys.stream().map(key -> pseudonym(childId, key)).toList();
    }

    private static String pseudonym(String childId, SecretKeySpec key) {
        return ErasedPerson.PREFIX + hash("pseudonym|" + childId, key).substring(0, LENGTH);
    }

    String childTombstone(String childId) {
        return childTombstones(childId).get(0);
    }

    String numberTombstone(String nhsNumber) {
        return numberTombstones(nhsNumber).get(0);
    }

    List<String> childTombstones(String childId) {
        return hashes("child|" + childId);
    }

    List<String> numberTombstones(String nhsNumber) {
        return hashes("nhs-number|" + nhsNumber);
    }

    private List<String> hashes(String text) {
        return keys.stream().map(key -> hash(text, key)).toList();
    }

    private static String hash(String text, SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
