package uk.gov.warwickshire.gateway.rights.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers what a person must look at, while a pack is put together. */
final class ReviewList {

    private final List<ReviewItem> items = new ArrayList<>();

    /** @return the line, with the item's number */
    PackLine add(String reference, String element, String where, PackLine line, ReviewReason reason) {
        int number = items.size() + 1;
        items.add(new ReviewItem(
                number, reference, element, where, line.label(), line.value(), reason, Optional.empty()));
        return new PackLine(line.label(), line.value(), number);
    }

    List<ReviewItem> items() {
        return List.copyOf(items);
    }
}
