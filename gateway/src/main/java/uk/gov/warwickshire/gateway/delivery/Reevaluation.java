package uk.gov.warwickshire.gateway.delivery;

import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.warwickshire.gateway.common.SingleRunner;
import uk.gov.warwickshire.gateway.common.SubjectChanges;
import uk.gov.warwickshire.gateway.store.ResourceReader;

/** Makes records due again although they did not change: what a decision depends on did. */
@Component
class Reevaluation {

    private static final int BATCH = 200;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final SubjectChanges changes;
    private final ResourceReader reader;
    private final Outbox outbox;
    private final BatchedOutbox batched;
    private final SingleRunner runner;

    Reevaluation(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            SubjectChanges changes,
            ResourceReader reader,
            Outbox outbox,
            BatchedOutbox batched,
            SingleRunner runner) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.changes = changes;
        this.reader = reader;
        this.outbox = outbox;
        this.batched = batched;
        this.runner = runner;
    }

    /** Persons whose opt-out status, choice or number changed; replicas take different ones. */
    void changes() {
        while (Boolean.TRUE.equals(transaction.execute(status -> takeChanges()))) {
            // Until nothing is left.
        }
    }

    private boolean takeChanges() {
        var numbers = changes.take(BATCH);
        if (numbers.isEmpty()) {
            return false;
        }
        Set<String> children = reader.childrenByNhsNumber(numbers);
        outbox.enqueue(children, "a status or choice changed");
        return true;
    }

    /** A status may have come or grown old without anyone saying so; a held message is never forgotten. */
    void held() {
        runner.run("delivery-held", () -> enqueueAll("held for long", """
                select child_id from delivery where state = 'HELD' and child_id > ?
                 group by child_id order by child_id limit ?
                """));
    }

    /** Copies that hold an older version of a team or worker than the store, and have no message under way. */
    void directory() {
        runner.run("delivery-directory", () -> enqueueAll("a directory entry changed", """
                select c.child_id
                  from resource r
                  join recipient_copy c on c.type = r.type and c.id = r.id and c.version < r.version
                 where r.child_id = '' and c.type in ('Organization', 'Practitioner', 'PractitionerRole')
                   and c.child_id > ?
                   and not exists (
                       select from delivery d
                        where d.child_id = c.child_id and d.destination = c.destination
                          and d.state in ('PENDING', 'HELD', 'CLEARED', 'RETRYING', 'SENT', 'DEAD'))
                 group by c.child_id order by c.child_id limit ?
                """));
    }

    private void enqueueAll(String cause, String childrenAfter) {
        batched.enqueueAll(cause, (last, limit) -> jdbc.queryForList(childrenAfter, String.class, last, limit));
    }
}
