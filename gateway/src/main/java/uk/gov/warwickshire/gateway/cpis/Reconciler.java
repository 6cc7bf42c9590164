package uk.gov.warwickshire.gateway.cpis;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes due whoever is not held by CP-IS as the records say although nothing is on its way: nothing stays lost. */
@Component
class Reconciler {

    private static final int CHUNK = 500;

    private final PersonStates persons;
    private final UploadTable uploads;
    private final CpIsRules rules;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;

    Reconciler(
            PersonStates persons,
            UploadTable uploads,
            CpIsRules rules,
            JdbcTemplate jdbc,
            TransactionTemplate transactions) {
        this.persons = persons;
        this.uploads = uploads;
        this.rules = rules;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** Everyone; also those who were withheld, since agreements begin and end by date. */
    void enqueueOutOfStep() {
        List<String> everyone = persons.everyone();
        for (int from = 0; from < everyone.size(); from += CHUNK) {
            List<String> chunk = everyone.subList(from, Math.min(from + CHUNK, everyone.size()));
            transactions.executeWithoutResult(status -> enqueueIfOutOfStep(chunk, "not as it should be"));
        }
    }

    /** Joins the caller's transaction. A person with an open order is left to it. */
    void enqueueIfOutOfStep(Collection<String> personIds, String cause) {
        TreeSet<String> due = new TreeSet<>();
        persons.load(personIds).values().stream()
                .filter(state -> !state.toSend(rules.today()).isEmpty()
                        || (state.desired().isEmpty() && !state.obstacles().isEmpty()))
                .map(PersonState::personId)
                .forEach(due::add);
        if (!due.isEmpty()) {
            due.removeAll(jdbc.queryForList("""
                    select distinct person_id from cpis_upload
                     where person_id = any (?)
                       and state in ('PENDING', 'HELD', 'CLEARED', 'RETRYING', 'SENT', 'DEAD')
                    """, String.class, (Object) due.toArray(String[]::new)));
            uploads.enqueue(due, cause);
        }
    }
}
