package uk.gov.warwickshire.gateway.ops.messages;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.gov.warwickshire.gateway.delivery.DeliveryState;

/** What a person can do with a delivery. Nothing here decides what may leave: that is the gate's, each time anew. */
public enum Act {
    RETRY(DeliveryState.RETRYING, "Try now", "tried now", "It is sent at once instead of after its pause."),
    RESUBMIT(
            DeliveryState.DEAD,
            "Send again",
            "sent again",
            "A new delivery of the record as it now stands goes to the same destination, and names this one."),
    DISCARD(
            DeliveryState.DEAD,
            "Discard",
            "discarded",
            "It is given up for good. What waits behind it for the same child goes on."),
    RELEASE(
            DeliveryState.HELD,
            "Release",
            "decided again",
            "The gate decides again at once. It is sent only if the gate now clears it.");

    private final DeliveryState from;
    private final String title;
    private final String done;
    private final String meaning;

    Act(DeliveryState from, String title, String done, String meaning) {
        this.from = from;
        this.title = title;
        this.done = done;
        this.meaning = meaning;
    }

    /** The state it is for. */
    public DeliveryState from() {
        return from;
    }

    public String title() {
        return title;
    }

    /** `sent again`, `discarded`. */
    public String done() {
        return done;
    }

    public String meaning() {
        return meaning;
    }

    /** As addresses and the command line have it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Act> ofCode(String code) {
        return Arrays.stream(values()).filter(act -> act.code().equals(code)).findFirst();
    }

    public static List<Act> possible(DeliveryState state) {
        return Arrays.stream(values()).filter(act -> act.from == state).toList();
    }

    /** Why it is not for a delivery in another state. */
    public String notFor(DeliveryState state) {
        return "it is " + state + "; only what is " + from + " can be " + done;
    }
}
