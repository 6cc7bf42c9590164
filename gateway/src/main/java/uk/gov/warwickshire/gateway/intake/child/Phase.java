package uk.gov.warwickshire.gateway.intake.child;

/** Where the time of a batch goes. */
public enum Phase {
    /** Unpacking, parsing, COPY. */
    STAGE,
    /** Links between rows, professionals and teams. */
    LINK,
    /** What is kept of the children, and what their rows use. */
    LOOK_UP,
    /** Hashing rows. */
    COMPARE,
    /** Rows to ChildRecord. */
    READ,
    MAP,
    ENCODE,
    /** Resources against their profiles. */
    CHECK,
    /** Resources, tokens, outbox. */
    STORE,
    /** Rows kept, findings, commit. */
    KEEP
}
