package uk.gov.warwickshire.gateway.disclosure;

import java.time.LocalDate;
import java.util.List;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/** The choices of all persons; history is kept, nothing is deleted. */
public interface ChoiceRegister {

    /**
     * Takes choices in; the same choice again changes nothing, the same one with an end ends it. Joins the caller's
     * transaction and tells the change feed of everyone whose choices changed.
     */
    Saved save(List<Choice> choices);

    /** Tells the change feed, once for each day, of everyone with a choice that begins to count or no longer counts. */
    void recordBoundaries(LocalDate day);

    /** What the person has chosen and no later word replaces, whether it counts today or not. */
    List<Choice> current(NhsNumber person);

    /**
     * Ends choices at once: from this moment they count no more, though their last day may be today. Their rows stay as
     * history. Joins the caller's transaction and tells the change feed.
     */
    void end(List<Choice> choices);

    /** @param changed choices that were new or differed */
    record Saved(int changed, List<Refused> refused) {
        public Saved {
            refused = List.copyOf(refused);
        }
    }

    /** A choice that was not taken, with the message for whoever wrote the file. */
    record Refused(Choice choice, String code, String message) {}
}
