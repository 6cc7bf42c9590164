package uk.gov.warwickshire.gateway.mesh;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.HeldPersons;
import uk.gov.warwickshire.gateway.common.WorkTrace;
import uk.gov.warwickshire.gateway.common.WorkTraces;

/** Disposes of messages from MESH that were handled. What waits for a person stays. */
@Component
class MessageDisposal implements WorkTraces {

    private static final String OLD = "state = 'HANDLED' and handled_at < ?";
    private static final String NAMES_HELD = "encode(body, 'escape') ~ ?";

    private final JdbcTemplate jdbc;

    MessageDisposal(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public WorkTrace trace() {
        return WorkTrace.MESSAGE_BODIES;
    }

    @Override
    public List<Disposed> disposeBefore(Instant cutoff, HeldPersons held) {
        Timestamp before = Timestamp.from(cutoff);
        if (held.isNobody()) {
            return List.of(Disposed.removed("mesh_message", jdbc.update("delete from mesh_message where " + OLD, before)));
        }
        int removed = jdbc.update(
                "delete from mesh_message where " + OLD + " and not " + NAMES_HELD, before, held.pattern());
        long left = Optional.ofNullable(
                        jdbc.queryForObject("select count(*) from mesh_message where " + OLD, Long.class, before))
                .orElse(0L);
        return List.of(
                Disposed.removed("mesh_message", removed), Disposed.left("mesh_message", left, HeldPersons.WORDS));
    }

    @Override
    public Optional<Instant> oldest() {
        return Optional.ofNullable(jdbc.queryForObject(
                        "select min(handled_at) from mesh_message where state = 'HANDLED'", Timestamp.class))
                .map(Timestamp::toInstant);
    }
}
