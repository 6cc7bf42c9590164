package uk.gov.warwickshire.gateway.common;

import java.util.List;
import java.util.UUID;
import uk.gov.warwickshire.mappings.record.Rejection;
import uk.gov.warwickshire.mappings.source.choices.ChoiceRow;

/** Where intake hands people's choices to; the room that decides about disclosure keeps them. */
public interface ChoiceSink {

    /** Joins the caller's transaction. The same choices again change nothing. */
    Taken take(UUID batch, List<ChoiceRow> choices);

    /**
     * @param changed choices that were new or differed
     * @param refused findings about those that were not taken
     */
    record Taken(int changed, List<Rejection> refused) {
        public Taken {
            refused = List.copyOf(refused);
        }
    }
}
