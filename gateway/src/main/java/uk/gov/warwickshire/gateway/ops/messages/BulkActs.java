package uk.gov.warwickshire.gateway.ops.messages;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes orders for acts on many deliveries. A discard of more than one is done when a second person has agreed. */
@Component
public class BulkActs {

    /** @param token one for each form that was shown */
    public record Ask(UUID token, Act act, List<UUID> deliveries, String criteria, String who, String why, String via) {
        public Ask {
            deliveries = List.copyOf(deliveries);
            if (why.isBlank()) {
                throw new IllegalArgumentException("Say why: it is recorded with your name.");
            }
            if (deliveries.isEmpty()) {
                throw new IllegalArgumentException("There is nothing to do.");
            }
            if (deliveries.size() > MessageSearch.MOST) {
                throw new IllegalArgumentException(
                        "At most " + MessageSearch.MOST + " deliveries at a time: narrow the search.");
            }
        }
    }

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final BulkReader bulks;
    private final Clock clock;

    public BulkActs(JdbcTemplate jdbc, TransactionTemplate transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.bulks = new BulkReader(jdbc);
        this.clock = clock;
    }

    static boolean needsSecond(Act act, int deliveries) {
        return act == Act.DISCARD && deliveries > 1;
    }

    /** The same form sent twice is one order. */
    public Bulk ask(Ask ask) {
        try {
            transactions.executeWithoutResult(status -> write(ask));
        } catch (DuplicateKeyException twice) {
            // The other click was quicker: its order stands.
        }
        return require(ask.token());
    }

    private void write(Ask ask) {
        boolean second = needsSecond(ask.act(), ask.deliveries().size());
        jdbc.update(
                """
                insert into message_bulk (id, act, state, asked_by, asked_at, why, via, criteria, needs_second)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                ask.token(),
                ask.act().name(),
                (second ? Bulk.State.ASKED : Bulk.State.RUNNING).name(),
                ask.who(),
                now(),
                ask.why(),
                ask.via(),
                ask.criteria(),
                second);
        jdbc.update(
                """
                insert into message_bulk_item (bulk_id, position, delivery_id)
                select ?, i.position, i.delivery_id
                  from unnest(?::uuid[]) with ordinality as i (delivery_id, position)
                """, ask.token(), ask.deliveries().stream().map(UUID::toString).toArray(String[]::new));
    }

    /** @throws IllegalStateException if it waits for nobody, or for somebody else */
    public void confirm(UUID id, String who) {
        Bulk bulk = require(id);
        if (bulk.askedBy().equalsIgnoreCase(who)) {
            throw new IllegalStateException("Who asked for it cannot agree to it: a second person has to.");
        }
        move(id, Bulk.State.ASKED, """
                update message_bulk set state = 'RUNNING', second_by = ?, second_at = ?
                 where id = ? and state = 'ASKED' and lower(asked_by) <> lower(?)
                """, who, now(), id, who);
    }

    /** Nothing is done. Who asked may take it back. */
    public void refuse(UUID id, String who) {
        move(id, Bulk.State.ASKED, """
                update message_bulk set state = 'REFUSED', second_by = ?, second_at = ?, ended_at = ?
                 where id = ? and state = 'ASKED'
                """, who, now(), now(), id);
    }

    /** What was done stays done; the rest is left. */
    public void stop(UUID id) {
        move(
                id,
                Bulk.State.RUNNING,
                "update message_bulk set state = 'STOPPED', ended_at = ? where id = ? and state = 'RUNNING'",
                now(),
                id);
    }

    private void move(UUID id, Bulk.State from, String sql, Object... parameters) {
        if (jdbc.update(sql, parameters) == 0) {
            throw new IllegalStateException("It is " + require(id).state() + " and no longer " + from + ".");
        }
    }

    private Bulk require(UUID id) {
        return Optional.of(id)
                .flatMap(bulks::find)
                .orElseThrow(() -> new IllegalStateException("There is no such act."));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
