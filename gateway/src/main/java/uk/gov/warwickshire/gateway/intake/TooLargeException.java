package uk.gov.warwickshire.gateway.intake;

/** A file is larger than `gateway.intake.max-upload-bytes`; nothing of it was kept. */
public class TooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooLargeException(long limit) {
        super("larger than " + limit + " bytes");
    }
}
