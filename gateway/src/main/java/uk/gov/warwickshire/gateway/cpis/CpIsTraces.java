package uk.gov.warwickshire.gateway.cpis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.ErasedPerson;
import uk.gov.warwickshire.gateway.common.PersonalTraces;
import uk.gov.warwickshire.gateway.common.RowCopies;

/**
 * Takes away what CP-IS work keeps of a person whose statuses are over. As long as CP-IS has to show the child, or has still
 * to be told something, the child cannot be erased. Uploads stay in the books under the pseudonym, without content.
 */
@Component
class CpIsTraces implements PersonalTraces {

    private static final List<String> BY_PERSON =
            List.of("cpis_status", "cpis_held", "cpis_withdrawal", "cpis_query_access", "cpis_query_author");

    private final JdbcTemplate jdbc;

    CpIsTraces(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String room() {
        return "cpis";
    }

    @Override
    public Set<String> neededBy(Collection<String> childIds) {
        String[] ids = childIds.toArray(String[]::new);
        return new HashSet<>(jdbc.queryForList("""
                select child_id from cpis_status
                 where child_id = any(?) and outcome in ('IN_SCOPE', 'NEEDS_ATTENTION')
                union
                select s.child_id from cpis_status s join cpis_upload u on u.person_id = s.person_id
                 where s.child_id = any(?)
                   and u.state in ('PENDING', 'HELD', 'CLEARED', 'RETRYING', 'SENT', 'DEAD')
                union
                select person_id from cpis_upload
                 where person_id = any(?)
                   and state in ('PENDING', 'HELD', 'CLEARED', 'RETRYING', 'SENT', 'DEAD')
                """, String.class, ids, ids, ids));
    }

    @Override
    public Set<String> numbersOf(String childId) {
        return new HashSet<>(jdbc.queryForList("""
                select nhs_number from cpis_file_record where person_id = ?
                union
                select nhs_number from cpis_status where person_id = ? and nhs_number is not null
                """, String.class, childId, childId));
    }

    @Override
    public List<Removed> erase(ErasedPerson person) {
        List<Removed> removed = new ArrayList<>();
        removed.add(Removed.deleted("cpis_file.content", emptyFiles(person)));
        removed.add(delete("cpis_child", "child_id = any(?)", person.personIds()));
        removed.add(delete("cpis_flag", "child_id = any(?)", person.personIds()));
        BY_PERSON.forEach(table -> removed.add(delete(table, "person_id = any(?)", person.personIds())));
        removed.add(delete("cpis_file_record", "person_id = any(?)", person.personIds()));
        removed.add(Removed.deleted(
                "cpis_access",
                jdbc.update(
                        "delete from cpis_access where person_id = any(?) or nhs_number = any(?)",
                        person.personIds(),
                        person.numbers())));
        removed.add(Removed.deleted(
                "cpis_inactive_number",
                jdbc.update(
                        "delete from cpis_inactive_number where nhs_number = any(?) or replacement = any(?)",
                        person.numbers(),
                        person.numbers())));
        removed.add(Removed.pseudonymised("cpis_upload", jdbc.update("""
                update cpis_upload set person_id = ?, code = null, words = null, closed_because = null
                 where person_id = any(?)
                """, person.pseudonym(), person.personIds())));
        removed.add(Removed.pseudonymised("cpis_act", jdbc.update("""
                update cpis_act set subject = ?, why = '[erased]' where subject = any(?)
                """, person.pseudonym(), person.personIds())));
        removed.add(Removed.deleted("cpis_inbound.details", jdbc.update("""
                update cpis_inbound set details = '[erased]', words = '[erased]'
                 where details ~ ? or words ~ ?
                """, person.pattern(), person.pattern())));
        return removed;
    }

    /** Only of files that are answered or given up: one that may have to be sent again holds the erasure back. */
    private int emptyFiles(ErasedPerson person) {
        return jdbc.update("""
                update cpis_file set content = ''
                 where state in ('ACKNOWLEDGED', 'PARTLY_ACKNOWLEDGED', 'GIVEN_UP')
                   and sequence in (select file from cpis_file_record where person_id = any(?))
                """, (Object) person.personIds());
    }

    private Removed delete(String table, String condition, String... values) {
        return Removed.deleted(table, jdbc.update("delete from " + table + " where " + condition, (Object) values));
    }

    @Override
    public Stream<Copy> copies(String childId, Set<String> numbers) {
        return Stream.of(
                        RowCopies.of(
                                jdbc,
                                "cp-is-status",
                                "select row_to_json(s)::text from cpis_status s where child_id = ? order by ordinal",
                                childId),
                        RowCopies.of(
                                jdbc,
                                "cp-is-uploads",
                                "select row_to_json(u)::text from cpis_upload u where person_id = ? order by seq",
                                childId),
                        RowCopies.of(
                                jdbc,
                                "cp-is-records",
                                "select row_to_json(r)::text from cpis_file_record r where person_id = ? order by file",
                                childId),
                        RowCopies.of(
                                jdbc,
                                "cp-is-accesses",
                                "select row_to_json(a)::text from cpis_access a where person_id = ? or nhs_number = any(?)",
                                childId,
                                numbers.toArray(String[]::new)),
                        RowCopies.of(
                                jdbc,
                                "cp-is-held",
                                "select row_to_json(h)::text from cpis_held h where person_id = ?",
                                childId),
                        RowCopies.of(
                                jdbc,
                                "cp-is-withdrawals",
                                "select row_to_json(w)::text from cpis_withdrawal w where person_id = ?",
                                childId),
                        RowCopies.of(
                                jdbc,
                                "cp-is-queries",
                                "select row_to_json(q)::text from cpis_query_access q where person_id = ?",
                                childId))
                .flatMap(copies -> copies);
    }
}
