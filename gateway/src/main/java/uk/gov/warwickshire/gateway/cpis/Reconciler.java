package uk.gov.warwickshire.gateway.cpis;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.warwickshire.mappings.cpis.CpIsRecord;

/** Makes due whoever is not held by CP-IS as the records say although nothing is on its way: nothing stays lost. */
@Component
class Reconciler {

    private static final int CHUNK = 500;
    /** Each time the gate is asked stands in the ledger. */
    private static final Duration ASK_AGAIN_AFTER = Duration.ofHours(1);

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

    /**
     * Joins the caller's transaction. A person with an open order is left to it, unless the order waits for something that
     * is over: another person's claim to the number that has gone, a refusal of what the record no longer says.
     */
    void enqueueIfOutOfStep(Collection<String> personIds, String cause) {
        TreeMap<String, PersonState> outOfStep = new TreeMap<>();
        persons.load(personIds).values().stream()
                .filter(state -> !state.toSend().isEmpty()
                        || (state.desired().isEmpty() && !state.obstacles().isEmpty()))
                .forEach(state -> outOfStep.put(state.personId(), state));
        Map<String, Set<Waits>> waiting = waiting(outOfStep.keySet());
        TreeSet<String> due = outOfStep.values().stream()
                .filter(state -> isDue(state, waiting.getOrDefault(state.personId(), Set.of())))
                .map(PersonState::personId)
                .collect(Collectors.toCollection(TreeSet::new));
        uploads.enqueue(due, cause);
    }

    private boolean isDue(PersonState state, Set<Waits> waits) {
        List<CpIsRecord> toSend = state.toSend();
        if (waits.equals(Set.of(Waits.HELD))) {
            return !toSend.isEmpty();
        }
        if (waits.equals(Set.of(Waits.REFUSED))) {
            return !toSend.isEmpty()
                    && !state.refusals().isEmpty()
                    && toSend.stream()
                            .allMatch(record -> state.refusalOf(record).isEmpty());
        }
        return waits.isEmpty();
    }

    /** What an open order of a person waits for. */
    private enum Waits {
        HELD,
        REFUSED,
        OTHER
    }

    /** One that was withheld a while ago is asked about again, since agreements begin and end. */
    private Map<String, Set<Waits>> waiting(Collection<String> personIds) {
        Map<String, Set<Waits>> waiting = new HashMap<>();
        jdbc.query(
                """
                select person_id, case when state = 'HELD' then 'HELD'
                                       when state = 'DEAD' and not manual then 'REFUSED'
                                       else 'OTHER' end
                  from cpis_upload
                 where person_id = any (?)
                   and (state in ('PENDING', 'HELD', 'CLEARED', 'RETRYING', 'SENT', 'DEAD')
                        or state = 'WITHHELD' and finished_at > ?)
                """,
                row -> {
                    waiting.computeIfAbsent(row.getString(1), key -> EnumSet.noneOf(Waits.class))
                            .add(Waits.valueOf(row.getString(2)));
                },
                personIds.toArray(String[]::new),
                Timestamp.from(rules.now().minus(ASK_AGAIN_AFTER)));
        return waiting;
    }
}
