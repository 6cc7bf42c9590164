package uk.gov.warwickshire.gateway.delivery;

/** An attempt and what came of it. */
record Attempted(Dispatch dispatch, SendResult result) {

    boolean isConfirmed() {
        return result instanceof SendResult.Acknowledged;
    }

    /** Nobody knows whether the destination took it. */
    boolean isUncertain() {
        return result instanceof SendResult.RetryLater;
    }
}
