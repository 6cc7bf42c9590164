package uk.gov.warwickshire.gateway.cpis;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Table `cpis_child`. Every method joins the caller's transaction. */
@Repository
class ChildTable {

    private static final int BATCH = 200;

    /** A child's kept rows, with the team that a notification goes to. */
    record Kept(String childId, String source, Optional<Team> team, LocalDate evaluatedOn) {}

    /** @param id of the council */
    record Team(String id, Optional<String> name) {}

    private final JdbcTemplate jdbc;
    private final CpIsRules rules;

    ChildTable(JdbcTemplate jdbc, CpIsRules rules) {
        this.jdbc = jdbc;
        this.rules = rules;
    }

    void save(List<Kept> children) {
        Timestamp now = Timestamp.from(rules.now());
        jdbc.batchUpdate("""
                insert into cpis_child (child_id, source, team_id, team_name, evaluated_on, updated_at)
                values (?, ?, ?, ?, ?, ?)
                on conflict (child_id) do update
                   set source = excluded.source, team_id = excluded.team_id, team_name = excluded.team_name,
                       evaluated_on = excluded.evaluated_on, updated_at = excluded.updated_at
                """, children, BATCH, (row, child) -> {
            row.setString(1, child.childId());
            row.setString(2, child.source());
            row.setString(3, child.team().map(Team::id).orElse(null));
            row.setString(4, child.team().flatMap(Team::name).orElse(null));
            row.setDate(5, Date.valueOf(child.evaluatedOn()));
            row.setTimestamp(6, now);
        });
    }

    void remove(Collection<String> childIds) {
        jdbc.update("delete from cpis_child where child_id = any (?)", (Object) childIds.toArray(String[]::new));
    }

    /** Not yet looked at today; held against changes until the transaction ends. */
    List<Kept> takeUnevaluated(int limit) {
        return jdbc.query(
                """
                select child_id, source, team_id, team_name, evaluated_on from cpis_child
                 where evaluated_on < ? order by child_id limit ? for update skip locked
                """,
                (row, i) -> new Kept(
                        row.getString(1),
                        row.getString(2),
                        Optional.ofNullable(row.getString(3)).map(id -> new Team(id, Optional.empty())),
                        row.getObject(5, LocalDate.class)),
                Date.valueOf(rules.today()),
                limit);
    }

    void evaluated(Collection<String> childIds) {
        jdbc.update(
                "update cpis_child set evaluated_on = ? where child_id = any (?)",
                Date.valueOf(rules.today()),
                childIds.toArray(String[]::new));
    }
}
