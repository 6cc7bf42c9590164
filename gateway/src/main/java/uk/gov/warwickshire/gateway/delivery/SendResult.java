package uk.gov.warwickshire.gateway.delivery;

import java.time.Duration;
import java.util.Optional;

/** What came of one attempt. Words are ours and hold nothing of what was sent or answered. */
public sealed interface SendResult {

    /** The destination has confirmed every part. */
    record Acknowledged(int status) implements SendResult {}

    /**
     * It may heal.
     *
     * @param after the pause the destination asked for
     * @param wholeDestination the next message would fare no better, so all wait
     */
    record RetryLater(Optional<Duration> after, Optional<Integer> status, String words, boolean wholeDestination)
            implements SendResult {}

    /**
     * It will not heal by repetition.
     *
     * @param outcome what the destination answered (an OperationOutcome), kept for people to read and never logged
     */
    record Refused(int status, String words, Optional<String> outcome) implements SendResult {}

    /** The attempt was not begun, since the destination asked for a pause meanwhile. */
    record NotSent(Duration pause) implements SendResult {}
}
