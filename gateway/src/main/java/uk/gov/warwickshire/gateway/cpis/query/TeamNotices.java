package uk.gov.warwickshire.gateway.cpis.query;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.SqlArrays;
import uk.gov.warwickshire.gateway.cpis.query.AccessList.Seen;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/**
 * Tells the child's team that the child was seen: the same list of tasks that the notifications of national CP-IS end in.
 * Joins the caller's transaction.
 */
@Component
class TeamNotices {

    private final JdbcTemplate jdbc;

    TeamNotices(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(List<Seen> listed, Instant now) {
        if (listed.isEmpty()) {
            return;
        }
        jdbc.update("""
                insert into cpis_access (id, message_id, ordinal, empty, person_id, nhs_number, total_returned, seen_at,
                                         viewer, viewer_role, organisation, team_id, team_name, received_at)
                select u.id, 'query ' || u.id, 1, false, u.person_id, u.nhs_number, u.plans,
                       to_char(? at time zone 'UTC', 'YYYYMMDDHH24MISS"+0000"'),
                       u.viewer, u.role, u.ods_code, c.team_id, c.team_name, ?
                  from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::int[], ?::text[], ?::text[], ?::text[])
                       as u (id, person_id, child_id, nhs_number, plans, viewer, role, ods_code)
                  left join cpis_child c on c.child_id = u.child_id
                """, ps -> {
            ps.setTimestamp(1, Timestamp.from(now));
            ps.setTimestamp(2, Timestamp.from(now));
            ps.setArray(
                    3, SqlArrays.of(ps, "uuid", listed, seen -> seen.question().id()));
            ps.setArray(4, SqlArrays.of(ps, "text", listed, Seen::personId));
            ps.setArray(5, SqlArrays.of(ps, "text", listed, Seen::childId));
            ps.setArray(6, SqlArrays.of(ps, "text", listed, seen -> number(seen).digits()));
            ps.setArray(7, SqlArrays.of(ps, "int", listed, Seen::plans));
            ps.setArray(8, SqlArrays.of(ps, "text", listed, TeamNotices::viewer));
            ps.setArray(9, SqlArrays.of(ps, "text", listed, seen -> seen.question()
                    .roleProfileId()
                    .orElse(null)));
            ps.setArray(10, SqlArrays.of(ps, "text", listed, seen -> seen.question()
                    .caller()
                    .odsCode()));
        });
    }

    private static NhsNumber number(Seen seen) {
        return seen.question().number();
    }

    private static String viewer(Seen seen) {
        return seen.question().caller().user().orElse(seen.question().caller().clientId());
    }
}
