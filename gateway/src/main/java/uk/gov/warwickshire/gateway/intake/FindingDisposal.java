package uk.gov.warwickshire.gateway.intake;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.HeldPersons;
import uk.gov.warwickshire.gateway.common.WorkTrace;
import uk.gov.warwickshire.gateway.common.WorkTraces;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/** Disposes of findings of batches that ended long ago, and of the reports made of them. The batch's figures stay. */
@Component
class FindingDisposal implements WorkTraces {

    private static final String OLD =
            "intake_finding where batch_id in (select id from intake_batch where finished_at < ?)";

    private final JdbcTemplate jdbc;
    private final OldFiles files;

    FindingDisposal(JdbcTemplate jdbc, GatewaySettings settings) {
        this.jdbc = jdbc;
        this.files = new OldFiles(settings.inbox(), "reports");
    }

    @Override
    public WorkTrace trace() {
        return WorkTrace.INTAKE_REPORTS;
    }

    @Override
    public List<Disposed> disposeBefore(Instant cutoff, HeldPersons held) {
        Timestamp before = Timestamp.from(cutoff);
        int removed = jdbc.update("delete from " + OLD + " and not child_id = any(?)", before, held.ids());
        long left = Optional.ofNullable(jdbc.queryForObject("select count(*) from " + OLD, Long.class, before))
                .orElse(0L);
        List<Disposed> disposed = new ArrayList<>(List.of(
                Disposed.removed("intake_finding", removed),
                Disposed.left("intake_finding", left, HeldPersons.WORDS)));
        disposed.addAll(files.removeBefore(cutoff, held));
        return disposed;
    }

    @Override
    public Optional<Instant> oldest() {
        return Optional.ofNullable(jdbc.queryForObject("""
                        select min(finished_at) from intake_batch b
                         where exists (select from intake_finding f where f.batch_id = b.id)
                        """, Timestamp.class)).map(Timestamp::toInstant);
    }
}
