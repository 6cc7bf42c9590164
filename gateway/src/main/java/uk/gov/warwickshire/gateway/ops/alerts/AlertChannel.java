package uk.gov.warwickshire.gateway.ops.alerts;

/** A way to reach a person. */
public interface AlertChannel {

    /** As the page and the table name it: `email`, `webhook`. */
    String name();

    /** Where it leads, without any secret: an address, the host of a URL. */
    String target();

    /** @throws NotDeliveredException if it was not taken; it may be tried again */
    void send(AlertNotice notice) throws NotDeliveredException;

    /** Words for a person, without secret. */
    final class NotDeliveredException extends Exception {
        private static final long serialVersionUID = 1L;

        NotDeliveredException(String words) {
            super(words);
        }
    }
}
