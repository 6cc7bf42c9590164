package uk.gov.warwickshire.gateway.intake;

/** Another replica reads the batch now, because this one was thought dead. It must write nothing more. */
public class OvertakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OvertakenException() {
        super("another replica reads this batch");
    }
}
