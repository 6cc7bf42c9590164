package uk.gov.warwickshire.gateway.common;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A room that keeps traces of the gateway's own work, and disposes of those that are too old. */
public interface WorkTraces {

    WorkTrace trace();

    /**
     * Takes away what is older, save what concerns somebody under a legal hold. In the caller's transaction, in which no hold
     * can be saved.
     *
     * @return what was taken away or left by place; nothing where nothing is older
     */
    List<Disposed> disposeBefore(Instant cutoff, HeldPersons held);

    /** The oldest that is there; empty where there is nothing, or the room cannot tell. */
    Optional<Instant> oldest();

    /**
     * A line of the report.
     *
     * @param place a partition, a table, a folder
     * @param kept it is older and was left, for the reason in words
     */
    record Disposed(String place, long number, boolean kept, String words) {
        public static Disposed removed(String place, long number) {
            return new Disposed(place, number, false, "");
        }

        public static Disposed left(String place, long number, String words) {
            return new Disposed(place, number, true, words);
        }
    }
}
