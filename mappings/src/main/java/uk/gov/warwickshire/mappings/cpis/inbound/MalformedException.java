package uk.gov.warwickshire.mappings.cpis.inbound;

import uk.gov.warwickshire.mappings.cpis.inbound.Malformed.Reason;

/** Ends the reading of one document inside this package; it becomes a {@link Malformed}. */
final class MalformedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Malformed report;

    MalformedException(Reason reason, String where) {
        this(reason, where, 0, 0);
    }

    MalformedException(Reason reason, String where, int line, int column) {
        super(reason.name());
        this.report = new Malformed(reason, where, line, column);
    }

    Malformed report() {
        return report;
    }
}
