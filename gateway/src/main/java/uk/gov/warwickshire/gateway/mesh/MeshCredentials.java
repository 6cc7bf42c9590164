package uk.gov.warwickshire.gateway.mesh;

import java.util.Locale;
import java.util.Objects;

/**
 * What a mailbox proves itself with.
 *
 * @param mailbox upper case, as it stands in paths and tokens
 * @param sharedKey of the environment, not of the mailbox
 */
public record MeshCredentials(String mailbox, String password, String sharedKey) {

    public MeshCredentials {
        mailbox = Objects.requireNonNull(mailbox, "mailbox").toUpperCase(Locale.ROOT);
        Objects.requireNonNull(password, "password");
        Objects.requireNonNull(sharedKey, "sharedKey");
        if (!mailbox.matches("[A-Z0-9]{1,100}")) {
            throw new IllegalArgumentException("a mailbox id has only letters and digits");
        }
    }

    @Override
    public String toString() {
        return "MeshCredentials[" + mailbox + "]";
    }
}
