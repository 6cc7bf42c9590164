package uk.gov.warwickshire.gateway.intake.reference;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.warwickshire.gateway.intake.Findings;
import uk.gov.warwickshire.gateway.intake.Reading;
import uk.gov.warwickshire.mappings.source.DamagedFileException;

/** Reads a whole file in one transaction: damaged half-way, nothing of it is applied. */
@Component
class FileTransaction {

    private final TransactionTemplate transactions;
    private final Findings findings;

    FileTransaction(TransactionTemplate transactions, Findings findings) {
        this.transactions = transactions;
        this.findings = findings;
    }

    /** Work on a file. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws DamagedFileException;
    }

    <T> T run(Reading reading, Work<T> work) throws DamagedFileException {
        try {
            return transactions.execute(status -> {
                reading.requireHeld();
                findings.forgetFile(reading.batchId());
                try {
                    return work.run();
                } catch (DamagedFileException e) {
                    throw new Damaged(e);
                }
            });
        } catch (Damaged e) {
            throw e.cause;
        }
    }

    /** Carries the checked exception through the template, which then rolls back. */
    private static final class Damaged extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final DamagedFileException cause;

        Damaged(DamagedFileException cause) {
            super(cause);
            this.cause = cause;
        }
    }
}
