package uk.gov.warwickshire.gateway.rights.request;

import java.time.Instant;
import java.util.List;

/**
 * Something that was done for a request. Nothing of the log is ever changed.
 *
 * @param who person, or `gateway` where it came about by itself
 * @param what in a few words, always the same for the same act
 * @param words what else is to be known
 */
public record RequestEvent(Instant at, String who, String what, String words) {

    /** The words, a line for each thing said. */
    public List<String> lines() {
        return words.lines().toList();
    }
}
