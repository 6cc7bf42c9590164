package uk.gov.warwickshire.gateway.cpis;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.HeldPersons;
import uk.gov.warwickshire.gateway.common.WorkTrace;
import uk.gov.warwickshire.gateway.common.WorkTraces;

/** Empties files for CP-IS that were answered or given up. Number, hash and what became of each record stay. */
@Component
class FileContentDisposal implements WorkTraces {

    private static final String OLD = """
            state in ('ACKNOWLEDGED', 'PARTLY_ACKNOWLEDGED', 'GIVEN_UP') and content <> ''
               and coalesce(answered_at, created_at) < ?
            """;

    private static final String HOLDS_HELD = """
            exists (select from cpis_file_record r where r.file = cpis_file.sequence and r.person_id = any(?))
            """;

    private final JdbcTemplate jdbc;

    FileContentDisposal(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public WorkTrace trace() {
        return WorkTrace.MESSAGE_BODIES;
    }

    @Override
    public List<Disposed> disposeBefore(Instant cutoff, HeldPersons held) {
        Timestamp before = Timestamp.from(cutoff);
        int emptied = jdbc.update(
                "update cpis_file set content = '' where " + OLD + " and not " + HOLDS_HELD, before, held.ids());
        long left = Optional.ofNullable(
                        jdbc.queryForObject("select count(*) from cpis_file where " + OLD, Long.class, before))
                .orElse(0L);
        return List.of(
                Disposed.removed("cpis_file.content", emptied),
                Disposed.left("cpis_file.content", left, HeldPersons.WORDS));
    }

    @Override
    public Optional<Instant> oldest() {
        return Optional.ofNullable(jdbc.queryForObject(
                        "select min(coalesce(answered_at, created_at)) from cpis_file where content <> ''",
                        Timestamp.class))
                .map(Timestamp::toInstant);
    }
}
