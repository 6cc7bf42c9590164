package uk.gov.warwickshire.gateway.delivery;

/** What a delivery brings about at its destination. */
public enum DeliveryKind {
    /** The destination's copy becomes what the gate clears of the record as it now stands. */
    RECORD,
    /** The destination's copy is removed. */
    WITHDRAWAL
}
