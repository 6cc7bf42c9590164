package uk.gov.warwickshire.gateway.store;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.ErasedPerson;

/** What an erasure needs of the store before it erases. Every method joins the caller's transaction. */
@Component
public class ErasureGuard {

    private final JdbcTemplate jdbc;

    ErasureGuard(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Shuts the record: from the commit on nobody but CP-IS is given it. Locks the child.
     *
     * @return whether it was shut before; empty if no record is held
     */
    public Optional<Boolean> shut(String childId) {
        Optional<Boolean> before = jdbc
                .queryForList("select restricted from child where child_id = ? for update", Boolean.class, childId)
                .stream()
                .findFirst();
        before.ifPresent(was -> set(childId, true));
        return before;
    }

    /** As it was before, because the erasure was stopped. */
    public void open(String childId, boolean restricted) {
        set(childId, restricted);
    }

    private void set(String childId, boolean restricted) {
        jdbc.update("""
                update child set restricted = ?, record_version = record_version + 1, changed_at = now()
                 where child_id = ? and restricted <> ?
                """, restricted, childId, restricted);
    }

    /** Whom to erase with the child: persons who have no record and belong to no other child's. */
    public ErasedPerson person(String childId, String pseudonym) {
        Set<String> others = new HashSet<>();
        Set<String> otherNumbers = new HashSet<>();
        jdbc.query(
                """
                select o.person_id, o.nhs_number from child_other_person o
                 where o.child_id = ?
                   and not exists (select from child c where c.child_id = o.person_id)
                   and not exists (select from child_other_person p
                                    where p.person_id = o.person_id and p.child_id <> o.child_id)
                """,
                row -> {
                    others.add(row.getString(1));
                    Optional.ofNullable(row.getString(2)).ifPresent(otherNumbers::add);
                },
                childId);
        return new ErasedPerson(
                childId,
                set("select nhs_number from child where child_id = ? and nhs_number is not null", childId),
                set("""
                        select id from resource where child_id = ? and type = 'Patient'
                        union
                        select id from resource_history where child_id = ? and type = 'Patient'
                        """, childId, childId),
                others,
                otherNumbers,
                pseudonym);
    }

    private Set<String> set(String sql, Object... childId) {
        return new HashSet<>(jdbc.queryForList(sql, String.class, childId));
    }
}
