package uk.gov.warwickshire.gateway.rights.erasure;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Random ids that stand for children in addresses of the console, where no id of the council's may be. */
@Component
public class ChildTokens {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    ChildTokens(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The same for a child each time. Random, not of {@link uk.gov.warwickshire.gateway.common.Ids}: it tells no time. */
    public UUID of(String childId) {
        jdbc.update(
                "insert into child_token (token, child_id, made_at) values (?, ?, ?) on conflict do nothing",
                UUID.randomUUID(),
                childId,
                Timestamp.from(clock.instant()));
        return jdbc.queryForList("select token from child_token where child_id = ?", UUID.class, childId)
                .get(0);
    }

    public Optional<String> childOf(UUID token) {
        return jdbc.queryForList("select child_id from child_token where token = ?", String.class, token).stream()
                .findFirst();
    }
}
