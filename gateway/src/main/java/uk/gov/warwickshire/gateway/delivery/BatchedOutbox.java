package uk.gov.warwickshire.gateway.delivery;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes any number of children due, a bounded number in each transaction. If it breaks off it can be repeated. */
@Component
class BatchedOutbox {

    private static final int BATCH = 200;

    /** Finds the next children in the order of their ids; none means that there are no more. */
    interface ChildrenAfter {
        List<String> next(String lastChildId, int limit);
    }

    private final TransactionTemplate transaction;
    private final Outbox outbox;

    BatchedOutbox(PlatformTransactionManager transactions, Outbox outbox) {
        this.transaction = new TransactionTemplate(transactions);
        this.outbox = outbox;
    }

    void enqueueAll(String cause, ChildrenAfter childrenAfter) {
        String last = "";
        while (true) {
            List<String> children = childrenAfter.next(last, BATCH);
            if (children.isEmpty()) {
                return;
            }
            transaction.executeWithoutResult(status -> outbox.enqueue(children, cause));
            last = children.get(children.size() - 1);
        }
    }
}
