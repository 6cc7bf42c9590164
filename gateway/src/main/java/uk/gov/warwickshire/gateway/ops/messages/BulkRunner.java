package uk.gov.warwickshire.gateway.ops.messages;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.SingleRunner;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/**
 * Does acts on many deliveries, so many a second and no more: a partner that was down is not met by everything at once. It is
 * called every second, on one replica, and goes on after a crash where it was.
 */
@Component
public class BulkRunner {

    private final BulkReader bulks;
    private final MessageActs acts;
    private final JdbcTemplate jdbc;
    private final SingleRunner runner;
    private final int aSecond;
    private final Clock clock;

    BulkRunner(
            BulkReader bulks,
            MessageActs acts,
            JdbcTemplate jdbc,
            SingleRunner runner,
            GatewaySettings settings,
            Clock clock) {
        this.bulks = bulks;
        this.acts = acts;
        this.jdbc = jdbc;
        this.runner = runner;
        this.aSecond = settings.delivery().bulkActsPerSecond();
        this.clock = clock;
    }

    /** One second's share, the oldest order first. */
    public void run() {
        List<UUID> open = bulks.running();
        if (!open.isEmpty()) {
            runner.run("message-bulk", () -> share(open));
        }
    }

    private void share(List<UUID> open) {
        int left = aSecond;
        for (UUID id : open) {
            Optional<Bulk> bulk = bulks.find(id).filter(found -> found.state() == Bulk.State.RUNNING);
            if (bulk.isPresent() && left > 0) {
                left -= next(bulk.get(), left);
            }
        }
    }

    private int next(Bulk bulk, int limit) {
        List<BulkReader.Waiting> deliveries = bulks.waiting(bulk.id(), limit);
        deliveries.forEach(delivery -> actOn(bulk, delivery));
        if (deliveries.size() < limit) {
            jdbc.update(
                    "update message_bulk set state = 'DONE', ended_at = ? where id = ? and state = 'RUNNING'",
                    Timestamp.from(clock.instant()),
                    bulk.id());
        }
        return deliveries.size();
    }

    /** The token follows from the order and the delivery: what was done before a crash is found again, not done twice. */
    private void actOn(Bulk bulk, BulkReader.Waiting item) {
        UUID delivery = item.deliveryId();
        UUID token = UUID.nameUUIDFromBytes((bulk.id() + "/" + delivery).getBytes(StandardCharsets.UTF_8));
        MessageActs.Result result = acts.act(new MessageActs.Order(
                token,
                bulk.act(),
                delivery,
                bulk.askedBy(),
                bulk.why(),
                bulk.via(),
                Optional.of(bulk.id()),
                bulk.secondBy()));
        jdbc.update(
                "update message_bulk_item set state = ?, words = ? where bulk_id = ? and position = ?",
                result.done() ? "DONE" : "SKIPPED",
                result.done() ? null : result.words(),
                bulk.id(),
                item.position());
    }
}
