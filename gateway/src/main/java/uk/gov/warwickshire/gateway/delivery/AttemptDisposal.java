package uk.gov.warwickshire.gateway.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.HeldPersons;
import uk.gov.warwickshire.gateway.common.MonthPartitions;
import uk.gov.warwickshire.gateway.common.WorkTrace;
import uk.gov.warwickshire.gateway.common.WorkTraces;

/** Disposes of months of attempts. */
@Component
class AttemptDisposal implements WorkTraces {

    private final MonthPartitions months;

    AttemptDisposal(JdbcTemplate jdbc) {
        this.months = new MonthPartitions(
                jdbc,
                "delivery_attempt",
                "started_at",
                "delivery_id in (select id from delivery where child_id = any(?))");
    }

    @Override
    public WorkTrace trace() {
        return WorkTrace.DELIVERY_ATTEMPTS;
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
