package uk.gov.warwickshire.gateway.cpis;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Who is on a child protection plan or looked after: the children whom a fault hurts most. */
@Component
public class ChildrenAtRisk {

    private final JdbcTemplate jdbc;

    ChildrenAtRisk(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of these children whom CP-IS should show, or could show once their record is completed. */
    public Set<String> among(Collection<String> childIds) {
        List<String> found = jdbc.queryForList(
                "select distinct child_id from cpis_status where child_id = any (?) and outcome <> 'OUT_OF_SCOPE'",
                String.class,
                (Object) childIds.toArray(String[]::new));
        return new HashSet<>(found);
    }
}
