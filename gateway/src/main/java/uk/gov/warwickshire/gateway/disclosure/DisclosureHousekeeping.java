package uk.gov.warwickshire.gateway.disclosure;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** What must be done as days pass; called by routes, safe on every replica. */
@Component("disclosureHousekeeping")
public class DisclosureHousekeeping {

    private static final int MONTHS_AHEAD = 2;

    private final JdbcDisclosureLedger ledger;
    private final ChoiceRegister choices;
    private final Clock clock;

    DisclosureHousekeeping(JdbcDisclosureLedger ledger, ChoiceRegister choices, Clock clock) {
        this.ledger = ledger;
        this.choices = choices;
        this.clock = clock;
    }

    /** Makes the ledger's partitions of the months to come. */
    public void createLedgerPartitions() {
        ledger.createPartitions(clock.instant(), MONTHS_AHEAD);
    }

    /** Has those decided again whose choices begin or end to count today. */
    public void recordChoiceBoundaries() {
        choices.recordBoundaries(LocalDate.ofInstant(clock.instant(), Judge.ZONE));
    }
}
