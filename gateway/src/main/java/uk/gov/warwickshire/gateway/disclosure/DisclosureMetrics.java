package uk.gov.warwickshire.gateway.disclosure;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Counts decisions once they are committed. */
@Component
class DisclosureMetrics {

    private final MeterRegistry meters;

    DisclosureMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    void countAfterCommit(List<? extends Decision> decisions) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            count(decisions);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            private boolean undone;

            /** A caller may take decisions back to a savepoint from before them: then they were never made. */
            @Override
            public void savepointRollback(Object savepoint) {
                undone = true;
            }

            @Override
            public void afterCommit() {
                if (!undone) {
                    count(decisions);
                }
            }
        });
    }

    private void count(List<? extends Decision> decisions) {
        for (Decision decision : decisions) {
            meters.counter(
                            "gateway.disclosures",
                            "destination",
                            decision.disclosure().destination().code(),
                            "outcome",
                            decision.outcome().word(),
                            "reason",
                            decision.headline().name())
                    .increment();
        }
    }
}
