package uk.gov.warwickshire.gateway.store;

import static uk.gov.warwickshire.gateway.common.SqlArrays.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.mappings.fhir.Category;
import uk.gov.warwickshire.mappings.record.Identity;
import uk.gov.warwickshire.mappings.record.NhsNumber;
import uk.gov.warwickshire.mappings.record.VerificationStatus;

/** Reads in one statement what the decision on an answer needs: it stands before every answer. */
@Component
public class AnswerFactsReader {

    private final JdbcTemplate jdbc;

    AnswerFactsReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** In the caller's transaction if there is one; without the children who are not known, in the order asked. */
    public Map<String, AnswerFacts> of(Collection<String> childIds) {
        Map<String, AnswerFacts> found = new HashMap<>();
        jdbc.query("""
                select c.child_id, c.nhs_number, c.verification_status, c.birth_date, c.postcode_area, c.restricted,
                       array(select distinct r.category from resource r where r.child_id = c.child_id) as held,
                       o.persons, o.numbers, o.statuses, o.restrictions
                  from child c
                  cross join lateral (
                       select coalesce(array_agg(p.person_id order by p.person_id), '{}') as persons,
                              coalesce(array_agg(coalesce(p.nhs_number, '') order by p.person_id), '{}') as numbers,
                              coalesce(array_agg(p.verification_status order by p.person_id), '{}') as statuses,
                              coalesce(array_agg(p.restricted order by p.person_id), '{}') as restrictions
                         from child_other_person p where p.child_id = c.child_id) o
                 where c.child_id = any(?)
                """, ps -> ps.setArray(1, texts(ps, childIds)), row -> {
            found.put(row.getString("child_id"), facts(row));
        });
        Map<String, AnswerFacts> ordered = new LinkedHashMap<>();
        childIds.forEach(id -> Optional.ofNullable(found.get(id)).ifPresent(facts -> ordered.put(id, facts)));
        return ordered;
    }

    private static AnswerFacts facts(ResultSet row) throws SQLException {
        ChildFacts facts = new ChildFacts(
                row.getString("child_id"),
                Optional.ofNullable(row.getString("nhs_number")).map(NhsNumber::new),
                VerificationStatus.ofCode(row.getString("verification_status")).orElseThrow(),
                Optional.ofNullable(row.getDate("birth_date")).map(java.sql.Date::toLocalDate),
                Optional.ofNullable(row.getString("postcode_area")),
                row.getBoolean("restricted"),
                others(row));
        Set<Category> held = Arrays.stream(textArray(row, "held"))
                .map(code -> Category.ofCode(code).orElseThrow())
                .collect(Collectors.toUnmodifiableSet());
        return new AnswerFacts(facts, held);
    }

    private static Map<String, Identity> others(ResultSet row) throws SQLException {
        String[] persons = textArray(row, "persons");
        String[] numbers = textArray(row, "numbers");
        String[] statuses = textArray(row, "statuses");
        Boolean[] restrictions = (Boolean[]) row.getArray("restrictions").getArray();
        Map<String, Identity> others = new HashMap<>();
        for (int i = 0; i < persons.length; i++) {
            Optional<NhsNumber> number =
                    Optional.of(numbers[i]).filter(digits -> !digits.isEmpty()).map(NhsNumber::new);
            VerificationStatus status = VerificationStatus.ofCode(statuses[i]).orElseThrow();
            others.put(persons[i], new Identity(number, status, restrictions[i]));
        }
        return others;
    }

    private static String[] textArray(ResultSet row, String column) throws SQLException {
        return (String[]) row.getArray(column).getArray();
    }
}
