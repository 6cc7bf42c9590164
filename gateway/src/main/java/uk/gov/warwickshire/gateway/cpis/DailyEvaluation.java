package uk.gov.warwickshire.gateway.cpis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.warwickshire.gateway.common.SingleRunner;
import uk.gov.warwickshire.gateway.cpis.ChildTable.Kept;

/** Looks at every child once a day: birthdays, ends that have come, statuses that have been visible long enough. */
@Component
class DailyEvaluation {

    private static final int CHUNK = 200;

    private final ChildTable children;
    private final Evaluation evaluation;
    private final Reconciler reconciler;
    private final TransactionTemplate transactions;
    private final SingleRunner runner;

    DailyEvaluation(
            ChildTable children,
            Evaluation evaluation,
            Reconciler reconciler,
            TransactionTemplate transactions,
            SingleRunner runner) {
        this.children = children;
        this.evaluation = evaluation;
        this.reconciler = reconciler;
        this.transactions = transactions;
        this.runner = runner;
    }

    /** Also makes due whoever CP-IS does not hold as it should although nothing is on its way: nothing is ever lost. */
    void run() {
        runner.run("cp-is evaluation", () -> {
            while (Boolean.TRUE.equals(transactions.execute(status -> chunk()))) {
                // Until everyone has been looked at.
            }
            reconciler.enqueueOutOfStep();
        });
    }

    private boolean chunk() {
        List<Kept> due = children.takeUnevaluated(CHUNK);
        Map<String, Optional<ReducedRecord>> records = new LinkedHashMap<>();
        due.forEach(child -> records.put(child.childId(), Optional.of(ReducedRecord.fromJson(child.source()))));
        int evaluated = 0;
        if (!records.isEmpty()) {
            var done = evaluation.evaluate(records, "a date has come");
            children.evaluated(done);
            evaluated = done.size();
        }
        // One that fails again would keep this going for ever.
        return due.size() == CHUNK && evaluated > 0;
    }
}
