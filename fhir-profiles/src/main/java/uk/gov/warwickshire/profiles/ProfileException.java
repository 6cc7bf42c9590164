package uk.gov.warwickshire.profiles;

import java.io.Serial;
import java.util.List;

/** Something in the package is wrong; each line of the message begins with its place. Start-up fails on it. */
public final class ProfileException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public ProfileException(String place, String problem) {
        super(place + ": " + problem);
    }

    /** @param problems each with its place, at least one */
    ProfileException(List<String> problems) {
        super(String.join("\n", problems));
    }
}
