package uk.gov.warwickshire.gateway.delivery;

import java.util.Collection;

/** What is due to be delivered, written in the same transaction as the change that makes it due. */
public interface Outbox {

    /**
     * Makes the children's records due at their destinations, and at those that already hold a copy. Joins the caller's
     * transaction. A delivery that already waits for the same child and destination carries this change too; a held one
     * is decided again.
     *
     * @param cause what made it due, for people to read: `batch {id}`, `choice`; no personal data
     */
    void enqueue(Collection<String> childIds, String cause);
}
