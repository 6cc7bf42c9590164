package uk.gov.warwickshire.gateway.delivery;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.ErasedPerson;
import uk.gov.warwickshire.gateway.common.PersonalTraces;
import uk.gov.warwickshire.gateway.common.RowCopies;

/** Takes away what is known of recipients' copies. Deliveries stay in the books under the pseudonym, without words or ids. */
@Component
class DeliveryTraces implements PersonalTraces {

    private final JdbcTemplate jdbc;

    DeliveryTraces(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String room() {
        return "delivery";
    }

    @Override
    public List<Removed> erase(ErasedPerson person) {
        int copies = jdbc.update("delete from recipient_copy where child_id = ?", person.childId());
        int changes = jdbc.update("delete from subject_change where nhs_number = any(?)", (Object) person.numbers());
        int attempts = jdbc.update("""
                update delivery_attempt set error = null
                 where error is not null and delivery_id in (select id from delivery where child_id = ?)
                """, person.childId());
        int deliveries = jdbc.update("""
                update delivery set child_id = ?, last_error = null, in_flight = '{}', closed_because = null
                 where child_id = ?
                """, person.pseudonym(), person.childId());
        return List.of(
                Removed.deleted("recipient_copy", copies),
                Removed.deleted("subject_change", changes),
                Removed.deleted("delivery_attempt.error", attempts),
                Removed.pseudonymised("delivery", deliveries));
    }

    @Override
    public Stream<Copy> copies(String childId, Set<String> numbers) {
        return Stream.concat(
                RowCopies.of(
                        jdbc,
                        "deliveries",
                        "select row_to_json(d)::text from delivery d where child_id = ? order by seq",
                        childId),
                RowCopies.of(jdbc, "delivery-attempts", """
                        select row_to_json(a)::text from delivery_attempt a
                         where delivery_id in (select id from delivery where child_id = ?) order by started_at
                        """, childId));
    }
}
