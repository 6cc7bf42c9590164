package uk.gov.warwickshire.gateway.intake;

/** How far a batch is. */
public enum BatchState {
    RECEIVED,
    READING,
    COMPLETED,
    COMPLETED_WITH_REJECTIONS,
    /** A damaged file, of which nothing was applied; or one whose reading the gateway gave up, as the report says. */
    FAILED;

    public boolean isFinal() {
        return this != RECEIVED && this != READING;
    }
}
