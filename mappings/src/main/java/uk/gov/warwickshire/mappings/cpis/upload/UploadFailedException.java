package uk.gov.warwickshire.mappings.cpis.upload;

/** An upload file is incomplete and must not be sent. Its message holds no personal data. */
public final class UploadFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UploadFailedException(String message) {
        super(message);
    }

    UploadFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
