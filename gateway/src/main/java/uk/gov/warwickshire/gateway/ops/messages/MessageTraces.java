package uk.gov.warwickshire.gateway.ops.messages;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.ErasedPerson;
import uk.gov.warwickshire.gateway.common.PersonalTraces;
import uk.gov.warwickshire.gateway.common.RowCopies;

/** Takes the person out of what people searched for, and waits until every index of messages names the pseudonym instead. */
@Component
class MessageTraces implements PersonalTraces {

    private final JdbcTemplate jdbc;

    MessageTraces(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String room() {
        return "messages";
    }

    @Override
    public List<Removed> erase(ErasedPerson person) {
        int criteria = jdbc.update(
                "update message_bulk set criteria = regexp_replace(criteria, ?, '\\1[erased]\\3', 'g') where criteria ~ ?",
                person.pattern(),
                person.pattern());
        int reasons = jdbc.update(
                "update message_act set why = regexp_replace(why, ?, '\\1[erased]\\3', 'g') where why ~ ?",
                person.pattern(),
                person.pattern());
        return List.of(Removed.deleted("message_bulk.criteria", criteria), Removed.deleted("message_act.why", reasons));
    }

    @Override
    public Stream<Copy> copies(String childId, Set<String> numbers) {
        return RowCopies.of(jdbc, "message-acts", """
                select row_to_json(a)::text from message_act a
                 where delivery_id in (select id from delivery where child_id = ?) order by done_at
                """, childId);
    }

    /** The rooms before have given the deliveries the pseudonym, and a trigger has noted each of them as changed. */
    @Override
    public boolean isGone(ErasedPerson person) {
        return Boolean.TRUE.equals(jdbc.queryForObject("""
                select not exists (
                    select from message_change c join delivery d on d.id = c.id
                     where c.what = 'DELIVERY' and d.child_id = ?
                       and (c.tx >= pg_snapshot_xmin(pg_current_snapshot())::text::bigint
                            or exists (select from message_position p where (p.tx, p.seq) < (c.tx, c.seq))))
                """, Boolean.class, person.pseudonym()));
    }
}
