package uk.gov.warwickshire.gateway.rights.pack;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.HeldPersons;
import uk.gov.warwickshire.gateway.common.WorkTrace;
import uk.gov.warwickshire.gateway.common.WorkTraces;

/** Disposes of archives that were released. Their hashes, and what was decided about each item, stay. */
@Component
class PackDisposal implements WorkTraces {

    private static final String OLD = "rights_pack where archive is not null and released_at < ?";

    private final JdbcTemplate jdbc;

    PackDisposal(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public WorkTrace trace() {
        return WorkTrace.RELEASED_PACKS;
    }

    @Override
    public List<Disposed> disposeBefore(Instant cutoff, HeldPersons held) {
        Timestamp before = Timestamp.from(cutoff);
        int removed = jdbc.update(
                """
                update rights_pack set archive = null
                 where archive is not null and released_at < ? and not child_id = any(?)
                """,
                before,
                held.ids());
        long left = Optional.ofNullable(jdbc.queryForObject("select count(*) from " + OLD, Long.class, before))
                .orElse(0L);
        return List.of(
                Disposed.removed("rights_pack.archive", removed),
                Disposed.left("rights_pack.archive", left, HeldPersons.WORDS));
    }

    @Override
    public Optional<Instant> oldest() {
        return Optional.ofNullable(jdbc.queryForObject(
                        "select min(released_at) from rights_pack where archive is not null", Timestamp.class))
                .map(Timestamp::toInstant);
    }
}
