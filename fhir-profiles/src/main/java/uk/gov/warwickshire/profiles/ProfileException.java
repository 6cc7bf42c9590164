package uk.gov.warwickshire.profiles;

import java.io.Serial;

/** Something in the package is wrong; the message begins with its place. Start-up fails on it. */
public final class ProfileException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public ProfileException(String place, String problem) {
        super(place + ": " + problem);
    }
}
