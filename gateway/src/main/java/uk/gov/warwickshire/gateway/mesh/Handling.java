package uk.gov.warwickshire.gateway.mesh;

/** What a room made of a message. */
public enum Handling {
    HANDLED,
    /** Kept, shown and counted until a person has looked at it. */
    UNKNOWN_CONTENT
}
