package uk.gov.warwickshire.gateway.api.access;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.ErasedPerson;
import uk.gov.warwickshire.gateway.common.PersonalTraces;
import uk.gov.warwickshire.gateway.common.RowCopies;

/** Keeps emergency overrides under the pseudonym, and takes away pages of results that name the person. */
@Component
class BreakGlassTraces implements PersonalTraces {

    private final JdbcTemplate jdbc;

    BreakGlassTraces(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String room() {
        return "api";
    }

    @Override
    public List<Removed> erase(ErasedPerson person) {
        int grants = jdbc.update(
                "update break_glass_grant set child_id = ?, reason = '[erased]' where child_id = ?",
                person.pseudonym(),
                person.childId());
        int reviews = jdbc.update("""
                update break_glass_review set why = '[erased]'
                 where grant_id in (select id from break_glass_grant where child_id = ?)
                """, person.pseudonym());
        int pages = jdbc.update("delete from search_page where content ~ ?", person.pattern());
        return List.of(
                Removed.pseudonymised("break_glass_grant", grants),
                Removed.deleted("break_glass_review.why", reviews),
                Removed.deleted("search_page", pages));
    }

    @Override
    public Stream<Copy> copies(String childId, Set<String> numbers) {
        return RowCopies.of(
                jdbc,
                "emergency-overrides",
                "select row_to_json(g)::text from break_glass_grant g where child_id = ?",
                childId);
    }
}
