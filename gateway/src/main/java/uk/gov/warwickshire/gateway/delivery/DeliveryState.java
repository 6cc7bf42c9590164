package uk.gov.warwickshire.gateway.delivery;

/** States of a delivery, in the words the console shows. The ways between them stand in {@link DeliveryStates}. */
public enum DeliveryState {
    PENDING(true),
    HELD(true),
    CLEARED(true),
    RETRYING(true),
    SENT(true),
    DEAD(true),
    ACKNOWLEDGED(false),
    WITHHELD(false),
    RESUBMITTED(false),
    DISCARDED(false);

    private final boolean blocksLater;

    DeliveryState(boolean blocksLater) {
        this.blocksLater = blocksLater;
    }

    /** Whether a later delivery of the same child to the same destination waits behind one in this state. */
    public boolean blocksLater() {
        return blocksLater;
    }

    /** Whether nothing more happens to it. */
    public boolean isFinished() {
        return !blocksLater;
    }

    /** Whether a worker may take it in hand. */
    boolean isReady() {
        return this == PENDING || this == CLEARED || this == RETRYING;
    }
}
