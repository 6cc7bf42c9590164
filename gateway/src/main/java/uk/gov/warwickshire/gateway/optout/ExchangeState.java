package uk.gov.warwickshire.gateway.optout;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** What became of one file to the check service. */
public enum ExchangeState {
    /** Written down, not yet sent. */
    REQUESTED(true),
    /** Being handed to MESH; after a crash nobody knows whether it went. */
    SENDING(true),
    SENT(true),
    /** It may have gone. Never sent again: a reply settles it, or it becomes overdue. */
    UNKNOWN(true),
    /** The service has started a job for it. */
    RECEIPTED(true),
    ANSWERED(false),
    /** It held a number the service refuses; asked again in halves. */
    REJECTED(false),
    FAILED(false),
    /** No answer in time: an alarm. Its numbers are asked again; a late answer still counts. */
    OVERDUE(false);

    private final boolean open;

    ExchangeState(boolean open) {
        this.open = open;
    }

    /** Whether an answer is still expected, so that its numbers are not asked for again. */
    public boolean isOpen() {
        return open;
    }

    /** States in which the file may be with the service. */
    static Set<ExchangeState> underWay() {
        return EnumSet.of(SENDING, SENT, UNKNOWN, RECEIPTED);
    }

    static String[] names(Set<ExchangeState> states) {
        return states.stream().map(Enum::name).toArray(String[]::new);
    }

    static String[] openNames() {
        return Arrays.stream(values())
                .filter(ExchangeState::isOpen)
                .map(Enum::name)
                .toArray(String[]::new);
    }
}
