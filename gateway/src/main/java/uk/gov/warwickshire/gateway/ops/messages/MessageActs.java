package uk.gov.warwickshire.gateway.ops.messages;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.warwickshire.gateway.delivery.DeliveryActions;

/**
 * Does what a person asks of one delivery, once: the act and its entry in the log commit together, and the entry has the id of
 * the form, so that a second click finds it.
 */
@Component
public class MessageActs {

    /**
     * @param token one for each form that was shown
     * @param why never blank
     * @param confirmedBy the second person
     */
    public record Order(
            UUID token,
            Act act,
            UUID delivery,
            String who,
            String why,
            String via,
            Optional<UUID> bulk,
            Optional<String> confirmedBy) {
        public Order {
            if (why.isBlank()) {
                throw new IllegalArgumentException("Say why: it is recorded with your name.");
            }
        }
    }

    /**
     * @param words for the person
     * @param repeated it had been done already by the same form
     */
    public record Result(boolean done, boolean repeated, String words, Optional<UUID> successor) {}

    private final DeliveryActions actions;
    private final ActLog log;
    private final TransactionTemplate transactions;
    private final Clock clock;

    MessageActs(DeliveryActions actions, ActLog log, TransactionTemplate transactions, Clock clock) {
        this.actions = actions;
        this.log = log;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Result act(Order order) {
        Optional<Result> before = before(order);
        if (before.isPresent()) {
            return before.get();
        }
        try {
            Optional<UUID> successor = perform(order);
            return new Result(true, false, "It is " + order.act().done() + ".", successor);
        } catch (IllegalStateException refused) {
            // The other click of the same form may have been quicker.
            return before(order)
                    .orElseGet(() -> new Result(false, false, String.valueOf(refused.getMessage()), Optional.empty()));
        } catch (DuplicateKeyException twice) {
            return before(order).orElseThrow(() -> twice);
        }
    }

    private Optional<UUID> perform(Order order) {
        return transactions.execute(status -> {
            Optional<UUID> successor = Optional.empty();
            switch (order.act()) {
                case RETRY -> actions.retry(order.delivery());
                case RESUBMIT -> successor = Optional.of(actions.resubmit(order.delivery(), order.who()));
                case DISCARD -> actions.discard(order.delivery(), order.who(), order.why());
                case RELEASE -> actions.release(order.delivery());
            }
            log.add(new ActLog.Entry(
                    order.token(),
                    clock.instant(),
                    order.act(),
                    order.delivery(),
                    order.who(),
                    order.why(),
                    order.via(),
                    successor,
                    order.bulk(),
                    order.confirmedBy()));
            return successor;
        });
    }

    private Optional<Result> before(Order order) {
        return log.find(order.token())
                .map(entry ->
                        new Result(true, true, "It had been " + entry.act().done() + " already.", entry.successor()));
    }
}
