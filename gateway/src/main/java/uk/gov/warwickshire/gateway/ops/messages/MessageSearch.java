package uk.gov.warwickshire.gateway.ops.messages;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.Destination;
import uk.gov.warwickshire.gateway.cpis.ChildrenAtRisk;
import uk.gov.warwickshire.gateway.delivery.Delivery;
import uk.gov.warwickshire.gateway.delivery.DeliveryFilter;
import uk.gov.warwickshire.gateway.delivery.DeliverySearch;
import uk.gov.warwickshire.gateway.delivery.DeliverySearch.Match;
import uk.gov.warwickshire.gateway.delivery.DeliveryState;
import uk.gov.warwickshire.gateway.disclosure.DecisionSearch;
import uk.gov.warwickshire.gateway.disclosure.LedgerEntry;
import uk.gov.warwickshire.gateway.disclosure.Outcome;
import uk.gov.warwickshire.gateway.intake.Batch;
import uk.gov.warwickshire.gateway.intake.BatchSearch;
import uk.gov.warwickshire.gateway.store.fulltext.FullTextIndex;

/** Looks for messages: words through the index, everything else exactly, and what is found as the database has it now. */
@Component
public class MessageSearch {

    /** Most that are counted, and that an act in bulk may be about. */
    public static final int MOST = 10_000;

    private static final int MOST_WITH_WORDS = 5_000;

    /**
     * What a search comes to.
     *
     * @param complete whether there are no more than were counted
     */
    public record Summary(int found, boolean complete, Map<DeliveryState, Integer> states, int children, int atRisk) {}

    private final DeliverySearch deliveries;
    private final DecisionSearch decisions;
    private final BatchSearch batches;
    private final ChildrenAtRisk children;
    private final MessageIndex index;
    private final TextScan scan;

    MessageSearch(
            DeliverySearch deliveries,
            DecisionSearch decisions,
            BatchSearch batches,
            ChildrenAtRisk children,
            MessageIndex index) {
        this.deliveries = deliveries;
        this.decisions = decisions;
        this.batches = batches;
        this.children = children;
        this.index = index;
        this.scan = new TextScan(deliveries);
    }

    /** As exactly as can be said: words become ids. Asked once for a page that needs it several times. */
    public DeliveryFilter filter(SearchCriteria criteria) {
        return criteria.hasText() ? criteria.filter().only(ids(criteria)) : criteria.filter();
    }

    private List<UUID> ids(SearchCriteria criteria) {
        try {
            return index.ids(criteria, MOST_WITH_WORDS);
        } catch (FullTextIndex.UnavailableException e) {
            return scan.ids(criteria);
        }
    }

    public List<Delivery> page(DeliveryFilter filter, Optional<UUID> before, int limit) {
        return deliveries.page(filter, before, limit);
    }

    /** One more than may be acted on, so that it is seen when there are too many. */
    public List<Match> matches(DeliveryFilter filter) {
        return deliveries.matches(filter, MOST + 1);
    }

    public Summary summary(List<Match> matches) {
        Map<DeliveryState, Integer> states = new EnumMap<>(DeliveryState.class);
        matches.forEach(match -> states.merge(match.state(), 1, Integer::sum));
        Set<String> about = matches.stream().map(Match::childId).collect(Collectors.toSet());
        return new Summary(
                matches.size(),
                matches.size() <= MOST,
                states,
                about.size(),
                children.among(about).size());
    }

    /** Which of the children CP-IS is to know of. */
    public Set<String> atRisk(Set<String> childIds) {
        return children.among(childIds);
    }

    /** By facet, how many there are of each value; empty while the index is away. */
    public Map<String, Map<String, Long>> facets(SearchCriteria criteria) {
        try {
            return index.facets(criteria);
        } catch (FullTextIndex.UnavailableException e) {
            return Map.of();
        }
    }

    /** States do not narrow decisions; the outcome does. */
    public List<LedgerEntry> decisions(
            SearchCriteria criteria, Optional<Outcome> outcome, Optional<UUID> before, int limit) {
        return decisions.page(
                new DecisionSearch.Filter(
                        outcome,
                        criteria.destination().map(Destination::code),
                        criteria.reason().map(PublicReason::names).orElse(Set.of()),
                        criteria.childId(),
                        criteria.from(),
                        criteria.until(),
                        criteria.hasText() ? Optional.of(idsOrNone(criteria)) : Optional.empty()),
                before,
                limit);
    }

    public List<Batch> batches(SearchCriteria criteria, Optional<Instant> before, int limit) {
        return criteria.hasText()
                ? batches.find(idsOrNone(criteria)).stream().limit(limit).toList()
                : batches.page(Set.of(), before, limit);
    }

    /** Without the index nothing but deliveries can be searched for words; the page says so. */
    private List<UUID> idsOrNone(SearchCriteria criteria) {
        try {
            return index.ids(criteria, MOST_WITH_WORDS);
        } catch (FullTextIndex.UnavailableException e) {
            return List.of();
        }
    }
}
