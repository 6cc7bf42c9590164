package uk.gov.warwickshire.gateway.rights.erasure;

/**
 * How a record stands besides its dates.
 *
 * @param onHold a legal hold covers it
 * @param neededByDuty CP-IS, or another room with a duty, still needs it
 * @param requestOpen a request about it (other than for erasure) is not settled
 */
public record RecordState(boolean onHold, boolean neededByDuty, boolean requestOpen) {}
