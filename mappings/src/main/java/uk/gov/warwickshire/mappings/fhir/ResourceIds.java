package uk.gov.warwickshire.mappings.fhir;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Ids of resources: SHA-256 of `system|value` in lower-case hex, the 64 characters FHIR allows. The same thing has the
 * same id in every run, so sending it again replaces it, and the council's own ids stay out of addresses.
 */
public final class ResourceIds {

    private ResourceIds() {}

    /** The id of a child's Patient. */
    public static String patient(Systems systems, String childId) {
        return of(systems.id(Systems.PERSON), childId);
    }

    /** @param system what kind of thing it is, one of {@link Systems} */
    public static String of(String system, String value) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((system + "|" + value).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
