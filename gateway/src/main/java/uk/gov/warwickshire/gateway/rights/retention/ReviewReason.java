package uk.gov.warwickshire.gateway.rights.retention;

/** Why no date of disposal can be relied on: the record is listed for review and never disposed of. */
public enum ReviewReason {
    NO_SERVICE("No row says what social care did for this child"),
    NO_EVENT_DATE("The date from which the period runs is not known"),
    CLOSED_BEFORE_OPENED("A service ended before it began"),
    CLOSED_BEFORE_BIRTH("A service ended before the child was born"),
    DIED_BEFORE_BIRTH("The date of death is before the date of birth"),
    ADOPTED_BEFORE_BIRTH("The adoption order is dated before the birth"),
    ROWS_MISSING("Rows of this child were rejected, so its dates are not complete");

    private final String words;

    ReviewReason(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
