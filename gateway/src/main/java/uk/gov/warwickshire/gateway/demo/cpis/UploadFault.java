package uk.gov.warwickshire.gateway.demo.cpis;

/** What CP-IS finds wrong with a file as a whole; names the place, never a value. */
final class UploadFault extends Exception {

    private static final long serialVersionUID = 1L;

    UploadFault(String message) {
        super(message);
    }
}
