package uk.gov.warwickshire.gateway.delivery;

import static uk.gov.warwickshire.gateway.common.SqlArrays.texts;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.warwickshire.gateway.common.Destination;
import uk.gov.warwickshire.gateway.common.Ids;
import uk.gov.warwickshire.gateway.common.SqlArrays;
import uk.gov.warwickshire.gateway.store.ChildFacts;
import uk.gov.warwickshire.gateway.store.ResourceReader;

@Component
class JdbcOutbox implements Outbox {

    private record Target(String childId, Destination destination) {}

    private record Waiting(Target target, long seq, boolean held) {}

    private final JdbcTemplate jdbc;
    private final DeliveryTable deliveries;
    private final ResourceReader reader;
    private final List<DestinationRouter> routers;
    private final Ids ids;
    private final Clock clock;

    JdbcOutbox(JdbcTemplate jdbc, ResourceReader reader, List<DestinationRouter> routers, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.deliveries = new DeliveryTable(jdbc);
        this.reader = reader;
        this.routers = List.copyOf(routers);
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void enqueue(Collection<String> childIds, String cause) {
        if (childIds.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Set<String> children = new TreeSet<>(childIds);
        // Locks the children: two deliveries of one child become due in the order of their sequence or not at all.
        Map<String, ChildFacts> facts = reader.lockedFacts(children);
        Set<Target> targets = new HashSet<>(known(children));
        facts.values()
                .forEach(child -> routers.forEach(router -> router.destinations(child)
                        .forEach(destination -> targets.add(new Target(child.childId(), destination)))));
        List<Waiting> waiting = waiting(children, now);
        release(waiting.stream().filter(Waiting::held).toList(), now);
        targets.removeAll(waiting.stream().map(Waiting::target).collect(Collectors.toSet()));
        deliveries.insert(targets.stream()
                .map(target -> new NewDelivery(
                        target.childId(),
                        target.destination(),
                        ids.next(),
                        DeliveryKind.RECORD,
                        cause,
                        now,
                        Optional.empty()))
                .toList());
    }

    /** Destinations that hold something of the child, or are about to: a child who moved away is withdrawn there. */
    private List<Target> known(Collection<String> children) {
        return jdbc.query(
                """
                select child_id, destination from recipient_copy where child_id = any(?)
                union
                select child_id, destination from delivery
                 where child_id = any(?) and state in ('PENDING', 'HELD', 'CLEARED', 'RETRYING', 'SENT', 'DEAD')
                """,
                ps -> {
                    ps.setArray(1, texts(ps, children));
                    ps.setArray(2, texts(ps, children));
                },
                (row, i) -> new Target(row.getString("child_id"), new Destination(row.getString("destination"))));
    }

    /**
     * Those not in hand: whoever takes one later reads the record as it then stands, so it carries this change too. They
     * stay locked until the change is committed, otherwise a worker would read the record from before it.
     */
    private List<Waiting> waiting(Collection<String> children, Instant now) {
        return jdbc.query(
                """
                select child_id, destination, seq, state from delivery
                 where child_id = any(?) and kind = 'RECORD' and state in ('PENDING', 'RETRYING', 'HELD')
                   and (lease_until is null or lease_until < ?)
                 order by child_id, destination, seq
                   for update
                """,
                ps -> {
                    ps.setArray(1, texts(ps, children));
                    ps.setTimestamp(2, Timestamp.from(now));
                },
                (row, i) -> new Waiting(
                        new Target(row.getString("child_id"), new Destination(row.getString("destination"))),
                        row.getLong("seq"),
                        DeliveryState.valueOf(row.getString("state")) == DeliveryState.HELD));
    }

    private void release(List<Waiting> held, Instant now) {
        if (held.isEmpty()) {
            return;
        }
        DeliveryStates.require(DeliveryState.HELD, DeliveryState.PENDING);
        jdbc.update("""
                update delivery d set state = 'PENDING', next_attempt_at = ?
                  from unnest(?::text[], ?::text[], ?::bigint[]) as h (child_id, destination, seq)
                 where d.child_id = h.child_id and d.destination = h.destination and d.seq = h.seq and state = 'HELD'
                """, ps -> {
            ps.setTimestamp(1, Timestamp.from(now));
            ps.setArray(2, SqlArrays.of(ps, "text", held, h -> h.target().childId()));
            ps.setArray(
                    3,
                    SqlArrays.of(ps, "text", held, h -> h.target().destination().code()));
            ps.setArray(4, SqlArrays.of(ps, "bigint", held, Waiting::seq));
        });
    }
}
