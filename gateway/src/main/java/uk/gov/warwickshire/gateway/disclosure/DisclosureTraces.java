package uk.gov.warwickshire.gateway.disclosure;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.ErasedPerson;
import uk.gov.warwickshire.gateway.common.PersonalTraces;
import uk.gov.warwickshire.gateway.common.RowCopies;

/**
 * Takes away a person's choices. In the ledger stays what proves that each disclosure was lawful: when, to whom, for which
 * purpose, under which policy and agreements, which types of resources in which versions; the ids go.
 */
@Component
class DisclosureTraces implements PersonalTraces {

    private final JdbcTemplate jdbc;

    DisclosureTraces(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String room() {
        return "disclosure";
    }

    @Override
    public List<Removed> erase(ErasedPerson person) {
        int choices = jdbc.update("delete from choice where nhs_number = any(?)", (Object) person.numbers());
        int entries = jdbc.update("""
                update disclosure_ledger
                   set child_id = ?,
                       resources = regexp_replace(resources::text, '/[^/"]+/_history/', '/erased/_history/', 'g')::jsonb,
                       left_out = regexp_replace(left_out::text, '/[^/"]+/_history/', '/erased/_history/', 'g')::jsonb,
                       choices = (select coalesce(jsonb_agg(c - 'batch' - 'row'), '[]') from jsonb_array_elements(choices) c),
                       other_persons = (select coalesce(jsonb_agg(p - 'person'), '[]')
                                          from jsonb_array_elements(other_persons) p)
                 where child_id = ?
                """, person.pseudonym(), person.childId());
        return List.of(Removed.deleted("choice", choices), Removed.pseudonymised("disclosure_ledger", entries));
    }

    @Override
    public Stream<Copy> copies(String childId, Set<String> numbers) {
        return Stream.concat(
                RowCopies.of(
                        jdbc,
                        "disclosure-ledger",
                        "select row_to_json(l)::text from disclosure_ledger l where child_id = ? order by decided_at",
                        childId),
                RowCopies.of(
                        jdbc, "choices", "select row_to_json(c)::text from choice c where nhs_number = any(?)", (Object)
                                numbers.toArray(String[]::new)));
    }
}
