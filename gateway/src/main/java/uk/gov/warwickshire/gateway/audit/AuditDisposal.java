package uk.gov.warwickshire.gateway.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.HeldPersons;
import uk.gov.warwickshire.gateway.common.MonthPartitions;
import uk.gov.warwickshire.gateway.common.WorkTrace;
import uk.gov.warwickshire.gateway.common.WorkTraces;

/** Disposes of months of the audit. */
@Component
class AuditDisposal implements WorkTraces {

    private final MonthPartitions months;

    AuditDisposal(JdbcTemplate jdbc) {
        this.months = new MonthPartitions(jdbc, "audit_event", "recorded_at", "child_id = any(?)");
    }

    @Override
    public WorkTrace trace() {
        return WorkTrace.AUDIT;
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
