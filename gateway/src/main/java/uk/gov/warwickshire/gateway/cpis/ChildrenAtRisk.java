package uk.gov.warwickshire.gateway.cpis;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Who is on a child protection plan or looked after: the children whom a fault hurts most. */
@Component
public class ChildrenAtRisk {

    private static final int MANY = 1000;
    private static final String ALL = "select distinct child_id from cpis_status where outcome <> 'OUT_OF_SCOPE'";

    private final JdbcTemplate jdbc;

    ChildrenAtRisk(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of these children whom CP-IS should show, or could show once their record is completed. */
    public Set<String> among(Collection<String> childIds) {
        // There are far fewer children at risk than children: of many, those are fetched and not asked for one by one.
        Set<String> found = new HashSet<>(
                childIds.size() > MANY
                        ? jdbc.queryForList(ALL, String.class)
                        : jdbc.queryForList(ALL + " and child_id = any (?)", String.class, (Object)
                                childIds.toArray(String[]::new)));
        found.retainAll(childIds instanceof Set ? childIds : new HashSet<>(childIds));
        return found;
    }
}
