package uk.gov.warwickshire.gateway.cpis.query;

import static uk.gov.warwickshire.gateway.common.SqlArrays.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.SqlArrays;

/** The list of unscheduled accesses. Everything joins the caller's transaction. */
@Component
class AccessList {

    private final JdbcTemplate jdbc;

    AccessList(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** An unscheduled access that has found plans. */
    record Seen(String personId, String childId, Question question, int plans) {
        private String key() {
            return personId + "\n" + question.author();
        }
    }

    /** Lists those whose author has not been listed for the person within 24 hours, and returns them. */
    List<Seen> add(Collection<Seen> accesses, Instant now) {
        // In one order for all, so that two callers never wait for each other.
        Map<String, Seen> first = new TreeMap<>();
        accesses.forEach(seen -> first.putIfAbsent(seen.key(), seen));
        if (first.isEmpty()) {
            return List.of();
        }
        List<Seen> candidates = List.copyOf(first.values());
        Set<UUID> decided = new HashSet<>();
        jdbc.query(
                """
                insert into cpis_query_author as a (person_id, author, access_id, listed_at, last_at, times)
                select u.person_id, u.author, u.access_id, ?, ?, 1
                  from unnest(?::text[], ?::text[], ?::uuid[]) as u (person_id, author, access_id)
                    on conflict (person_id, author) do update
                   set access_id = case when a.listed_at <= excluded.listed_at - interval '24 hours'
                                        then excluded.access_id else a.access_id end,
                       listed_at = case when a.listed_at <= excluded.listed_at - interval '24 hours'
                                        then excluded.listed_at else a.listed_at end,
                       times = case when a.listed_at <= excluded.listed_at - interval '24 hours'
                                    then 1 else a.times + 1 end,
                       last_at = excluded.last_at
                returning access_id
                """,
                ps -> {
                    ps.setTimestamp(1, Timestamp.from(now));
                    ps.setTimestamp(2, Timestamp.from(now));
                    ps.setArray(3, SqlArrays.of(ps, "text", candidates, Seen::personId));
                    ps.setArray(4, SqlArrays.of(ps, "text", candidates, seen -> seen.question()
                            .author()));
                    ps.setArray(5, SqlArrays.of(ps, "uuid", candidates, seen -> seen.question()
                            .id()));
                },
                row -> {
                    decided.add(row.getObject(1, UUID.class));
                });
        List<Seen> listed = candidates.stream()
                .filter(seen -> decided.contains(seen.question().id()))
                .toList();
        insert(listed, now);
        return listed;
    }

    private void insert(List<Seen> listed, Instant now) {
        if (listed.isEmpty()) {
            return;
        }
        jdbc.update("""
                insert into cpis_query_access (person_id, listed_at, id, ods_code, client, viewer, role_profile_id)
                select u.person_id, ?, u.id, u.ods_code, u.client, u.viewer, u.role_profile_id
                  from unnest(?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[])
                       as u (person_id, id, ods_code, client, viewer, role_profile_id)
                """, ps -> {
            ps.setTimestamp(1, Timestamp.from(now));
            ps.setArray(2, SqlArrays.of(ps, "text", listed, Seen::personId));
            ps.setArray(
                    3, SqlArrays.of(ps, "uuid", listed, seen -> seen.question().id()));
            ps.setArray(4, SqlArrays.of(ps, "text", listed, seen -> seen.question()
                    .caller()
                    .odsCode()));
            ps.setArray(5, SqlArrays.of(ps, "text", listed, seen -> seen.question()
                    .caller()
                    .clientId()));
            ps.setArray(6, SqlArrays.of(ps, "text", listed, seen -> seen.question()
                    .caller()
                    .user()
                    .orElse(null)));
            ps.setArray(7, SqlArrays.of(ps, "text", listed, seen -> seen.question()
                    .roleProfileId()
                    .orElse(null)));
        });
    }

    /** The most recent accesses of each person, newest first, by the council's person id. */
    Map<String, List<ListedAccess>> latest(Collection<String> personIds) {
        Map<String, List<ListedAccess>> latest = new HashMap<>();
        if (personIds.isEmpty()) {
            return latest;
        }
        jdbc.query(
                """
                select a.person_id, a.id, a.listed_at, a.ods_code, a.client, a.viewer, a.role_profile_id
                  from unnest(?::text[]) as p (person_id)
                 cross join lateral (select * from cpis_query_access a where a.person_id = p.person_id
                                      order by a.listed_at desc, a.id desc limit ?) a
                """,
                ps -> {
                    ps.setArray(1, texts(ps, Set.copyOf(personIds)));
                    ps.setInt(2, Question.MOST_ACCESSES);
                },
                row -> {
                    latest.computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                            .add(access(row));
                });
        return latest;
    }

    private static ListedAccess access(ResultSet row) throws SQLException {
        return new ListedAccess(
                row.getObject(2, UUID.class),
                row.getTimestamp(3).toInstant(),
                row.getString(4),
                row.getString(5),
                Optional.ofNullable(row.getString(6)),
                Optional.ofNullable(row.getString(7)));
    }
}
