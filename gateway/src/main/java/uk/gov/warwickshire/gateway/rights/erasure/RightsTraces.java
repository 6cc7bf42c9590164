package uk.gov.warwickshire.gateway.rights.erasure;

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
 * Takes away what this room keeps of the person. Of requests stays that there was one, of which kind, in which time it was
 * answered and how; who asked, and every word about it, goes. Of released holds stays that they covered somebody.
 */
@Component
class RightsTraces implements PersonalTraces {

    private record Column(String table, String name) {}

    private record Rows(String name, String from) {}

    /** What officers write about their acts, in which an id may stand although none should. */
    private static final List<Column> WORDS = List.of(
            new Column("erasure", "because"),
            new Column("erasure", "ended_because"),
            new Column("disposal_run", "because"),
            new Column("legal_hold", "name"),
            new Column("legal_hold", "why"),
            new Column("legal_hold", "released_because"));

    private final JdbcTemplate jdbc;

    RightsTraces(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String room() {
        return "rights";
    }

    @Override
    public Set<String> numbersOf(String childId) {
        return new HashSet<>(jdbc.queryForList(
                "select nhs_number from rights_choice where child_id = ? and nhs_number is not null",
                String.class,
                childId));
    }

    @Override
    public List<Removed> erase(ErasedPerson person) {
        String child = person.childId();
        String pseudonym = person.pseudonym();
        int events = jdbc.update("""
                update rights_request_event set words = '[erased]'
                 where request_id in (select id from rights_request where child_id = ?)
                """, child);
        int requests = jdbc.update("""
                update rights_request
                   set child_id = ?, requester = '[erased]', contact = '[erased]', asked = '[erased]',
                       confirmed_how = case when confirmed_how is null then null else '[erased]' end,
                       decided_because = case when decided_because is null then null else '[erased]' end,
                       extended_because = case when extended_because is null then null else '[erased]' end
                 where child_id = ?
                """, pseudonym, child);
        int choices = jdbc.update("delete from rights_choice where child_id = ?", child);
        int packs = jdbc.update("""
                delete from rights_pack_item i using rights_pack p
                 where p.request_id = i.request_id and p.child_id = ?
                """, child);
        packs += jdbc.update("delete from rights_pack where child_id = ?", child);
        int disputed = jdbc.update("delete from rights_disputed_element where child_id = ?", child);
        disputed += jdbc.update("delete from record_mark where child_id = ?", child);
        int holds = jdbc.update("update legal_hold_child set child_id = ? where child_id = ?", pseudonym, child);
        int scopes = scopes(person);
        int words = words(person);
        int dates = jdbc.update("delete from retention_child where child_id = ?", child);
        int items = jdbc.update(
                "update disposal_item set child_id = ? where child_id = ? and state <> 'WAITING'", pseudonym, child);
        jdbc.update("delete from child_token where child_id = ?", child);
        jdbc.update("update erasure set child_id = null where child_id = ? and state in ('STOPPED', 'REFUSED')", child);
        return List.of(
                Removed.deleted("rights_request_event.words", events),
                Removed.pseudonymised("rights_request", requests),
                Removed.deleted("rights_choice", choices),
                Removed.deleted("rights_pack", packs),
                Removed.deleted("rights_disputed_element", disputed),
                Removed.deleted("retention_child", dates),
                Removed.pseudonymised("legal_hold_child", holds),
                Removed.pseudonymised("legal_hold_scope", scopes),
                Removed.deleted("names in what officers wrote", words),
                Removed.pseudonymised("disposal_item", items));
    }

    /** A released hold may have been laid on the child, or on its family by the child's or its mother's id. */
    private int scopes(ErasedPerson person) {
        String[] values = Stream.of(person.personIds())
                .flatMap(id -> Stream.of(id, "F:" + id, "M:" + id))
                .toArray(String[]::new);
        return jdbc.update("""
                with gone as (
                    delete from legal_hold_scope where kind in ('CHILD', 'FAMILY') and value = any(?)
                    returning hold_id, kind, from_day, until_day)
                insert into legal_hold_scope (hold_id, kind, value, from_day, until_day)
                select distinct on (hold_id, kind) hold_id, kind, ?, from_day, until_day from gone
                    on conflict do nothing
                """, values, person.pseudonym());
    }

    private int words(ErasedPerson person) {
        return WORDS.stream()
                .mapToInt(column -> jdbc.update(
                        "update %1$s set %2$s = regexp_replace(%2$s, ?, '\\1[erased]\\3', 'g') where %2$s ~ ?"
                                .formatted(column.table(), column.name()),
                        person.pattern(),
                        person.pattern()))
                .sum();
    }

    @Override
    public Stream<Copy> copies(String childId, Set<String> numbers) {
        Stream<Copy> rows = Stream.of(
                        new Rows("requests", "rights_request r where child_id = ? order by created_at"),
                        new Rows("request-log", """
                                rights_request_event r
                                 where request_id in (select id from rights_request where child_id = ?) order by seq
                                """),
                        new Rows("choices", "rights_choice r where child_id = ? order by granted_at"),
                        new Rows("disputed-elements", "rights_disputed_element r where child_id = ?"),
                        new Rows("pack-items", """
                                rights_pack_item r
                                 where request_id in (select request_id from rights_pack where child_id = ?)
                                """),
                        new Rows("retention", "retention_child r where child_id = ?"),
                        new Rows("holds", "legal_hold_child r where child_id = ?"))
                .flatMap(one ->
                        RowCopies.of(jdbc, one.name(), "select row_to_json(r)::text from " + one.from(), childId));
        Stream<Copy> packs = jdbc
                .query(
                        "select request_id, archive from rights_pack where child_id = ? and archive is not null",
                        (row, i) -> new Copy("packs/" + row.getString(1) + ".zip", row.getBytes(2)),
                        childId)
                .stream();
        return Stream.concat(rows, packs);
    }
}
