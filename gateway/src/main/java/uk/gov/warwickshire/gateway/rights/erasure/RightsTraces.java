package uk.gov.warwickshire.gateway.rights.erasure;

import java.util.List;
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

    private final JdbcTemplate jdbc;

    RightsTraces(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String room() {
        return "rights";
    }

    @Override
    public List<Removed> erase(ErasedPerson person) {
        String child = person.childId();
        String pseudonym = person.pseudonym();
        int words = jdbc.update("""
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
        jdbc.update("update legal_hold_scope set value = ? where kind = 'CHILD' and value = ?", pseudonym, child);
        int dates = jdbc.update("delete from retention_child where child_id = ?", child);
        int items = jdbc.update(
                "update disposal_item set child_id = ? where child_id = ? and state <> 'WAITING'", pseudonym, child);
        jdbc.update("delete from child_token where child_id = ?", child);
        jdbc.update("update erasure set child_id = null where child_id = ? and state in ('STOPPED', 'REFUSED')", child);
        return List.of(
                Removed.deleted("rights_request_event.words", words),
                Removed.pseudonymised("rights_request", requests),
                Removed.deleted("rights_choice", choices),
                Removed.deleted("rights_pack", packs),
                Removed.deleted("rights_disputed_element", disputed),
                Removed.deleted("retention_child", dates),
                Removed.pseudonymised("legal_hold_child", holds),
                Removed.pseudonymised("disposal_item", items));
    }

    @Override
    public Stream<Copy> copies(String childId) {
        return RowCopies.of(
                jdbc,
                "requests",
                "select row_to_json(r)::text from rights_request r where child_id = ? order by created_at",
                childId);
    }
}
