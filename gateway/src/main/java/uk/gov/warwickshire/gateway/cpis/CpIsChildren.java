package uk.gov.warwickshire.gateway.cpis;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.SqlArrays;

/** Says of which children CP-IS is to know. */
@Component
public class CpIsChildren {

    private final JdbcTemplate jdbc;

    public CpIsChildren(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Those on a plan or in care by their record, and those of whom this is not clear: a doubt hides nobody. */
    public Set<String> atRisk(Collection<String> childIds) {
        return new HashSet<>(jdbc.query(
                """
                select distinct child_id from cpis_status
                 where child_id = any(?) and outcome in ('IN_SCOPE', 'NEEDS_ATTENTION')
                """, ps -> ps.setArray(1, SqlArrays.texts(ps, childIds)), (row, i) -> row.getString("child_id")));
    }
}
