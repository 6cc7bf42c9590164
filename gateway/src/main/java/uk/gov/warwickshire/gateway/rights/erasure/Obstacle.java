package uk.gov.warwickshire.gateway.rights.erasure;

/** What stands against an erasure, in the order in which it is shown. */
public enum Obstacle {
    LEGAL_HOLD("A legal hold covers this record; nothing may be destroyed until it is released"),
    OPEN_CP_IS("CP-IS still has to be told of this child, or still shows the child: a statutory duty"),
    OPEN_CASE("Social care is still working with this child (public task)"),
    OPEN_REQUEST("A request of the person about this record is not settled yet"),
    DATES_UNCLEAR("Dates of this record are missing or contradict each other; it is for review, not for disposal"),
    LEGAL_OBLIGATION("The law obliges the council to keep this record until the period is over"),
    PUBLIC_TASK("The record is needed for a public task until the period is over"),
    RETENTION_NOT_REACHED("The period of retention is not over"),
    NOT_HELD("No record of this child is held");

    private final String words;

    Obstacle(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
