package uk.gov.warwickshire.gateway.ops.cli;

/** A command could not do its work; the message says what to do, and holds no value of a record. */
final class CommandFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CommandFailedException(String message) {
        super(message);
    }
}
