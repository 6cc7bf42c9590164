package uk.gov.warwickshire.gateway.rights.pack;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that a person must decide about before the pack is released.
 *
 * @param reference `Type/id` of the resource it stands in; empty where it stands in no resource
 * @param element of the resource
 * @param where heading it stands under
 */
public record ReviewItem(
        int number,
        String reference,
        String element,
        String where,
        String label,
        String value,
        ReviewReason reason,
        Optional<ItemDecision> decision) {

    /** @param because by which consideration: consent of the other person, reasonable without it, and so on */
    public record ItemDecision(boolean release, String because, String officer, Instant at) {}

    public ReviewItem {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(decision, "decision");
    }

    public boolean isRedacted() {
        return decision.filter(made -> !made.release()).isPresent();
    }

    /** Keeps persons out of logs. */
    @Override
    public String toString() {
        return "ReviewItem[" + number + "]";
    }
}
