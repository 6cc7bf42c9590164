package uk.gov.warwickshire.gateway.disclosure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.HeldPersons;
import uk.gov.warwickshire.gateway.common.MonthPartitions;
import uk.gov.warwickshire.gateway.common.WorkTrace;
import uk.gov.warwickshire.gateway.common.WorkTraces;

/** Disposes of months of the ledger. */
@Component
class LedgerDisposal implements WorkTraces {

    private final MonthPartitions months;

    LedgerDisposal(JdbcTemplate jdbc) {
        this.months = new MonthPartitions(jdbc, "disclosure_ledger", "decided_at", "child_id = any(?)");
    }

    @Override
    public WorkTrace trace() {
        return WorkTrace.DISCLOSURE_LEDGER;
    }

    @Override
    public List<Disposed> disposeBefore(Instant cutoff, HeldPersons held) {
        return months.dropBefore(cutoff, held);
    }

    @Override
    public Optional<Instant> oldest() {
        return months.oldest();
    }
}
