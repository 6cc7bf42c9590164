package uk.gov.warwickshire.gateway.audit;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.ErasedPerson;
import uk.gov.warwickshire.gateway.common.PersonalTraces;
import uk.gov.warwickshire.gateway.common.RowCopies;

/** In the audit stays who looked, when, why and with which outcome; whom they looked at becomes the pseudonym. */
@Component
class AuditTraces implements PersonalTraces {

    private final JdbcTemplate jdbc;

    AuditTraces(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String room() {
        return "audit";
    }

    @Override
    public List<Removed> erase(ErasedPerson person) {
        int entries = jdbc.update("""
                update audit_event
                   set child_id = ?, query = null, break_glass_reason = case when break_glass_reason is null then null
                                                                              else '[erased]' end,
                       resources = array(select regexp_replace(r, '^([A-Za-z]+)/[^/]+', '\\1/erased') from unnest(resources) r)
                 where child_id = ?
                """, person.pseudonym(), person.childId());
        int questions = jdbc.update("""
                update audit_event set query = '[erased]'
                 where query ~ ?
                """, person.pattern());
        return List.of(Removed.pseudonymised("audit_event", entries), Removed.deleted("audit_event.query", questions));
    }

    @Override
    public Stream<Copy> copies(String childId, Set<String> numbers) {
        return RowCopies.of(
                jdbc,
                "audit",
                "select row_to_json(a)::text from audit_event a where child_id = ? order by recorded_at",
                childId);
    }
}
