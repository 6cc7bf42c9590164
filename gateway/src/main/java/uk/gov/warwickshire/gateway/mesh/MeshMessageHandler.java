package uk.gov.warwickshire.gateway.mesh;

/** A room that owns a mailbox. Each bean of this type gets a poll of its own; one thread in all replicas serves it. */
public interface MeshMessageHandler {

    /** Name of the mailbox in the settings, e.g. `opt-out`. */
    String mailbox();

    /** Sends what waits. Called before every look at the inbox, in no transaction. */
    default void sendWaiting(MeshClient client) {}

    /**
     * Takes in one message that is already stored. Runs in the transaction that marks it as handled; if it throws, all is
     * rolled back and the message is offered again at the next poll.
     */
    Handling handle(MeshMessage message);
}
