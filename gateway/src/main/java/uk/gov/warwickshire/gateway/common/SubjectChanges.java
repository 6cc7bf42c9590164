package uk.gov.warwickshire.gateway.common;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/**
 * The change feed between rooms: whoever changes what a disclosure decision depends on writes the NHS numbers here in the
 * same transaction; delivery reads them and decides again.
 */
@Component
public class SubjectChanges {

    /** What changed about the person. */
    public enum Cause {
        OPT_OUT_STATUS,
        CHOICE
    }

    private static final int BATCH = 500;

    private final JdbcTemplate jdbc;

    public SubjectChanges(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Joins the caller's transaction. */
    public void record(Collection<NhsNumber> numbers, Cause cause) {
        jdbc.batchUpdate(
                "insert into subject_change (nhs_number, cause) values (?, ?)",
                List.copyOf(numbers),
                BATCH,
                (row, number) -> {
                    row.setString(1, number.digits());
                    row.setString(2, cause.name());
                });
    }

    /** Takes the oldest changes, and removes them if the caller's transaction commits; replicas take different ones. */
    public List<NhsNumber> take(int limit) {
        return jdbc.queryForList("""
                        delete from subject_change
                         where id in (select id from subject_change order by id limit ? for update skip locked)
                        returning nhs_number
                        """, String.class, limit).stream()
                .distinct()
                .map(NhsNumber::new)
                .toList();
    }
}
