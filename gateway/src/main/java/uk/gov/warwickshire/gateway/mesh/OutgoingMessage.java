package uk.gov.warwickshire.gateway.mesh;

import java.util.Objects;
import java.util.regex.Pattern;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/**
 * A message to send.
 *
 * @param localId unique to this message and free of personal data; replies name it
 * @param compressed whether it travels as gzip
 */
public record OutgoingMessage(
        String to,
        String workflow,
        String localId,
        String subject,
        String fileName,
        String contentType,
        byte[] body,
        boolean compressed) {

    /** Other characters are accepted by MESH, but some recipients then never answer (opt-out-and-mesh.md 3). */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,300}");

    // Standing alone: a random id may hold ten digits between letters.
    private static final Pattern TEN_DIGITS = Pattern.compile("(?<![0-9A-Za-z])[0-9]{10}(?![0-9A-Za-z])");

    public OutgoingMessage {
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(workflow, "workflow");
        Objects.requireNonNull(contentType, "contentType");
        Objects.requireNonNull(body, "body");
        requireName("local id", localId);
        requireName("subject", subject);
        requireNoPerson(localId);
        requireNoPerson(subject);
        requireNoPerson(fileName);
    }

    private static void requireName(String what, String value) {
        if (!NAME.matcher(value).matches()) {
            throw new IllegalArgumentException(what + " may have letters, digits, hyphen and underscore only");
        }
    }

    private static void requireNoPerson(String value) {
        if (TEN_DIGITS.matcher(value).results().anyMatch(found -> NhsNumber.parse(found.group())
                .isPresent())) {
            throw new IllegalArgumentException("an NHS number may not stand in a header");
        }
    }

    @Override
    public String toString() {
        return "OutgoingMessage[" + localId + "]";
    }
}
