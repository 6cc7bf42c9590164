package uk.gov.warwickshire.gateway.ops.messages;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import uk.gov.warwickshire.gateway.delivery.DeliverySearch.Match;

/**
 * What an act on everything that was found would do.
 *
 * @param found how many deliveries the search has
 * @param tooMany whether there are more than one act may be about
 * @param ids those that would be acted on
 * @param byDestination how many of them
 * @param skipped why others are left out, and how many
 * @param summary of those that would be acted on
 */
public record BulkPreview(
        Act act,
        int found,
        boolean tooMany,
        List<UUID> ids,
        Map<String, Integer> byDestination,
        Map<String, Integer> skipped,
        MessageSearch.Summary summary) {

    public static BulkPreview of(Act act, List<Match> matches, MessageSearch search) {
        List<Match> taken = matches.stream().filter(match -> isFor(act, match)).toList();
        return new BulkPreview(
                act,
                matches.size(),
                matches.size() > MessageSearch.MOST,
                taken.stream().map(Match::id).toList(),
                byDestination(taken),
                skipped(act, matches),
                search.summary(taken));
    }

    /** Ids that an act is for, where there is no page to show the rest on. */
    public static List<UUID> taken(Act act, List<Match> matches) {
        return matches.stream()
                .filter(match -> isFor(act, match))
                .map(Match::id)
                .toList();
    }

    /** Why the others are left out, and how many there are for each reason. */
    public static Map<String, Integer> skipped(Act act, List<Match> matches) {
        Map<String, Integer> skipped = new LinkedHashMap<>();
        matches.stream()
                .filter(match -> !isFor(act, match))
                .forEach(match -> skipped.merge(
                        match.state() == act.from() ? "it is being sent at this moment" : act.notFor(match.state()),
                        1,
                        Integer::sum));
        return skipped;
    }

    /** The same as long as the same deliveries would be acted on. */
    public String fingerprint() {
        return UUID.nameUUIDFromBytes(ids.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** Whether a second person has to agree. */
    public boolean needsSecond() {
        return BulkActs.needsSecond(act, ids.size());
    }

    private static boolean isFor(Act act, Match match) {
        return match.state() == act.from() && !(act == Act.RETRY && match.inHand());
    }

    private static Map<String, Integer> byDestination(List<Match> taken) {
        Map<String, Integer> destinations = new TreeMap<>();
        taken.forEach(match -> destinations.merge(match.destination().code(), 1, Integer::sum));
        return destinations;
    }
}
