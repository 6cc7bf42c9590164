package uk.gov.warwickshire.gateway.cpis;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Which team answers for whom. */
@Repository
class Teams {

    private final JdbcTemplate jdbc;

    Teams(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** By person; of a mother the team of her unborn child. */
    Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        jdbc.query("""
                select s.person_id, min(coalesce(c.team_name, c.team_id))
                  from cpis_status s join cpis_child c on c.child_id = s.child_id
                 where c.team_id is not null
                 group by s.person_id
                """, row -> {
            names.put(row.getString(1), row.getString(2));
        });
        return names;
    }

    static CpIsWorkItem with(CpIsWorkItem item, Optional<String> team) {
        return new CpIsWorkItem(
                item.kind(),
                item.personId(),
                item.code(),
                item.meaning(),
                item.remedy(),
                item.since(),
                item.upload(),
                item.file(),
                team);
    }
}
