package uk.gov.warwickshire.gateway.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.Destination;
import uk.gov.warwickshire.gateway.common.Ids;

/** Has every recipient delete what it holds of a child that is to be erased, and says when all have. */
@Component
public class ErasureWithdrawals {

    /** A withdrawal that a destination acknowledged. */
    public record Acknowledged(String destination, String delivery, Instant at) {}

    /**
     * @param acknowledged empty where nothing was held
     * @param waitsFor destinations, each with the state of what is open
     */
    public record Standing(List<Acknowledged> acknowledged, List<String> waitsFor) {
        public Standing {
            acknowledged = List.copyOf(acknowledged);
            waitsFor = List.copyOf(waitsFor);
        }

        public boolean isComplete() {
            return waitsFor.isEmpty();
        }
    }

    private final JdbcTemplate jdbc;
    private final DeliveryTable deliveries;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    ErasureWithdrawals(JdbcTemplate jdbc, Outbox outbox, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.deliveries = new DeliveryTable(jdbc);
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /** Joins the caller's transaction, in which the record was shut: what is open is decided again and withheld. */
    public void order(String childId) {
        outbox.enqueue(List.of(childId), "erasure");
        List<String> holders = jdbc.queryForList(
                "select distinct destination from recipient_copy where child_id = ?", String.class, childId);
        deliveries.insert(holders.stream()
                .map(destination -> new NewDelivery(
                        childId,
                        new Destination(destination),
                        ids.next(),
                        DeliveryKind.WITHDRAWAL,
                        "erasure",
                        clock.instant(),
                        Optional.empty()))
                .toList());
    }

    /** The erasure was stopped: recipients get the record again. Joins the caller's transaction. */
    public void takeBack(String childId) {
        outbox.enqueue(List.of(childId), "erasure stopped");
    }

    /** What is held and was never sent keeps nobody waiting. */
    public Standing of(String childId) {
        List<String> waitsFor = jdbc.queryForList("""
                select destination || ': still holds a copy' from recipient_copy where child_id = ? group by destination
                union
                select destination || ': ' || lower(state) from delivery
                 where child_id = ? and state in ('PENDING', 'CLEARED', 'RETRYING', 'SENT', 'DEAD')
                """, String.class, childId, childId);
        List<Acknowledged> acknowledged = jdbc.query(
                """
                select destination, id, finished_at from delivery
                 where child_id = ? and kind = 'WITHDRAWAL' and state = 'ACKNOWLEDGED' and finished_at is not null
                 order by destination, seq
                """,
                (row, i) -> new Acknowledged(
                        row.getString("destination"),
                        row.getString("id"),
                        row.getTimestamp("finished_at").toInstant()),
                childId);
        return new Standing(acknowledged, waitsFor);
    }
}
