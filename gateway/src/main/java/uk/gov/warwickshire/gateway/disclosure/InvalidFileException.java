package uk.gov.warwickshire.gateway.disclosure;

/** The policy or the agreements cannot be relied on: the gateway does not start. Names the file and the line. */
public final class InvalidFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidFileException(String file, int line, String message) {
        super(file + ", line " + line + ": " + message);
    }

    InvalidFileException(String file, String message) {
        super(file + ": " + message);
    }
}
