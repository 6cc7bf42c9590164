package uk.gov.warwickshire.gateway.common;

/** A file that the gateway must be able to rely on cannot be: it does not start. Names the file and the line. */
public final class InvalidFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidFileException(String file, int line, String message) {
        super(file + ", line " + line + ": " + message);
    }

    public InvalidFileException(String file, String message) {
        super(file + ": " + message);
    }
}
