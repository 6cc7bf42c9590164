package uk.gov.warwickshire.gateway.intake;

/** How far a batch is. */
public enum BatchState {
    RECEIVED,
    READING,
    COMPLETED,
    COMPLETED_WITH_REJECTIONS,
    /** Nothing of it was applied. */
    FAILED;

    public boolean isFinal() {
        return this != RECEIVED && this != READING;
    }
}
