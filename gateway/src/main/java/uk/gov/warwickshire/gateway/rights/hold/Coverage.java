package uk.gov.warwickshire.gateway.rights.hold;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Works out, in one statement each, which children the lines of holds come to. */
final class Coverage {

    private static final String TIMES = """
             and (s.from_day is null or coalesce(r.last_on, s.from_day) >= s.from_day)
             and (s.until_day is null or coalesce(r.first_on, s.until_day) <= s.until_day)
            """;

    /** A child of whom nothing is known (no last day) is rather covered than not. */
    private static final String COVER =
            """
            insert into legal_hold_child (child_id, hold_id, since)
            select distinct found.child_id, found.hold_id, ?::timestamptz from (
                select r.child_id, s.hold_id from legal_hold_scope s
                  join retention_child r on r.child_id = s.value
                 where s.kind = 'CHILD'
            """ + TIMES + """
                union all
                select r.child_id, s.hold_id from legal_hold_scope s
                  join retention_child r on r.families @> array[s.value]
                 where s.kind = 'FAMILY'
            """ + TIMES + """
                union all
                select r.child_id, s.hold_id from legal_hold_scope s
                  join retention_child r on r.workers @> array[s.value]
                 where s.kind = 'WORKER'
            """ + TIMES + """
                union all
                select r.child_id, s.hold_id from legal_hold_scope s
                  join retention_child r on r.places @> array[s.value]
                 where s.kind = 'PLACE'
            """ + TIMES + """
                union all
                select r.child_id, s.hold_id from legal_hold_scope s
                  join retention_child r on r.services @> array[s.value]
                 where s.kind = 'SERVICE'
            """ + TIMES + """
                union all
                select r.child_id, s.hold_id from legal_hold_scope s
                  join retention_child r on s.kind = 'PERIOD'
                 where true
            """ + TIMES + """
                union all
                select r.child_id, s.hold_id from legal_hold_scope s
                  join resource x on x.tokens @> string_to_array(s.value, '&')
                  join retention_child r on r.child_id = x.child_id
                 where s.kind = 'QUERY'
            """ + TIMES + """
            ) found join legal_hold h on h.id = found.hold_id and h.released_at is null
             where (?::uuid is null or h.id = ?::uuid) and (?::text[] is null or found.child_id = any(?::text[]))
                on conflict do nothing
            """;

    private final JdbcTemplate jdbc;

    Coverage(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    int ofHold(UUID hold, Instant now) {
        return jdbc.update(COVER, Timestamp.from(now), hold, hold, null, null);
    }

    /** Of every hold in force; a constant number of statements however many children. */
    void ofChildren(Collection<String> childIds, Instant now) {
        if (childIds.isEmpty() || !anyInForce()) {
            return;
        }
        String[] ids = childIds.toArray(String[]::new);
        jdbc.update(COVER, Timestamp.from(now), null, null, ids, ids);
    }

    private boolean anyInForce() {
        return Optional.ofNullable(jdbc.queryForObject(
                        "select exists (select from legal_hold where released_at is null)", Boolean.class))
                .orElse(false);
    }
}
