package uk.gov.warwickshire.gateway.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.warwickshire.gateway.common.Destination;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/** Writes what came of a batch of attempts: states, attempts and the destination's copy in one transaction. */
@Component
class FinishStep {

    private static final Logger LOG = LoggerFactory.getLogger(FinishStep.class);

    private final TransactionTemplate transaction;
    private final DeliveryTable deliveries;
    private final AttemptTable attempts;
    private final CopyTable copies;
    private final DeliveryCounters counters;
    private final ResultMoves moves;
    private final Clock clock;

    FinishStep(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            DeliveryCounters counters,
            GatewaySettings settings,
            Clock clock) {
        this.transaction = new TransactionTemplate(transactions);
        this.deliveries = new DeliveryTable(jdbc);
        this.attempts = new AttemptTable(jdbc);
        this.copies = new CopyTable(jdbc);
        this.counters = counters;
        this.moves = new ResultMoves(RetryPolicy.of(settings.delivery()));
        this.clock = clock;
    }

    /** All attempts are to one destination and by one owner. */
    void finish(Destination destination, List<Attempted> attempted, UUID owner) {
        Instant now = clock.instant();
        counters.attempted(destination, attempted);
        List<Move> wanted =
                attempted.stream().map(attempt -> moves.of(attempt, now)).toList();
        Set<UUID> moved = transaction.execute(status -> {
            Set<UUID> stillOurs = deliveries.move(wanted, owner, now);
            List<Dispatch> confirmed = select(attempted, stillOurs, Attempted::isConfirmed);
            copies.put(destination, Copies.put(confirmed));
            copies.remove(destination, Copies.removed(confirmed));
            copies.put(destination, Copies.uncertainOf(select(attempted, stillOurs, Attempted::isUncertain)));
            attempts.insert(attempted.stream().map(ResultMoves::attempt).toList(), now);
            return stillOurs;
        });
        counters.count(wanted.stream()
                .filter(move -> moved.contains(move.lease().id()))
                .toList());
        if (moved.size() < wanted.size()) {
            LOG.warn(
                    "{} deliveries to {} were taken over while they were being sent; they are sent again",
                    wanted.size() - moved.size(),
                    destination);
        }
    }

    private static List<Dispatch> select(List<Attempted> all, Set<UUID> ids, Predicate<Attempted> wanted) {
        return all.stream()
                .filter(wanted)
                .map(Attempted::dispatch)
                .filter(dispatch -> ids.contains(dispatch.lease().id()))
                .toList();
    }
}
