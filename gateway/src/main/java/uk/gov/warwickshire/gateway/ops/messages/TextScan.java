package uk.gov.warwickshire.gateway.ops.messages;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import uk.gov.warwickshire.gateway.delivery.Delivery;
import uk.gov.warwickshire.gateway.delivery.DeliverySearch;

/** Looks for words without the index, among the newest deliveries that fit the exact filters. */
public final class TextScan {

    /** Deliveries that are looked through. */
    public static final int NEWEST = 2_000;

    private final DeliverySearch deliveries;

    public TextScan(DeliverySearch deliveries) {
        this.deliveries = deliveries;
    }

    /** Of those that hold every word, as parts of words and whatever their case. */
    public List<UUID> ids(SearchCriteria criteria) {
        List<String> words = Arrays.stream(
                        criteria.text().toLowerCase(Locale.ROOT).split("\\s+", -1))
                .map(word -> word.replaceAll("[\"*|()+~]", ""))
                .filter(word -> !word.isEmpty())
                .toList();
        return deliveries.page(criteria.filter(), Optional.empty(), NEWEST).stream()
                .filter(delivery -> holds(delivery, words))
                .map(Delivery::id)
                .toList();
    }

    private static boolean holds(Delivery delivery, List<String> words) {
        String reason =
                delivery.reason().map(name -> PublicReason.ofName(name).code()).orElse("");
        String text = String.join(
                        " ",
                        delivery.destination().code(),
                        delivery.cause(),
                        reason,
                        ErrorText.of(delivery.lastStatus(), delivery.lastError()))
                .toLowerCase(Locale.ROOT);
        return words.stream().allMatch(text::contains);
    }
}
