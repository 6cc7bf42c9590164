package uk.gov.warwickshire.gateway.intake.child;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.ErasedPerson;
import uk.gov.warwickshire.gateway.common.PersonalTraces;
import uk.gov.warwickshire.gateway.common.RowCopies;

/** Takes away the rows that records are derived from, identities, and lines of reports. */
@Component
class SourceTraces implements PersonalTraces {

    private static final List<String> TABLES =
            List.of("child_source", "child_census", "child_identity", "child_touched", "intake_finding");

    private final JdbcTemplate jdbc;

    SourceTraces(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String room() {
        return "intake";
    }

    @Override
    public Set<String> numbersOf(String childId) {
        return new HashSet<>(jdbc.queryForList(
                "select nhs_number from child_identity where child_id = ? and nhs_number is not null",
                String.class,
                childId));
    }

    @Override
    public List<Removed> erase(ErasedPerson person) {
        return TABLES.stream()
                .map(table ->
                        Removed.deleted(table, jdbc.update("delete from " + table + " where child_id = any(?)", (Object)
                                person.personIds())))
                .toList();
    }

    @Override
    public Stream<Copy> copies(String childId, Set<String> numbers) {
        return Stream.of(
                        RowCopies.of(jdbc, "source-rows", "select rows from child_source where child_id = ?", childId),
                        RowCopies.of(jdbc, "census", "select content from child_census where child_id = ?", childId),
                        RowCopies.of(
                                jdbc,
                                "identity",
                                "select row_to_json(i)::text from child_identity i where child_id = ?",
                                childId),
                        RowCopies.of(
                                jdbc,
                                "findings",
                                "select row_to_json(f)::text from intake_finding f where child_id = ? order by id",
                                childId))
                .flatMap(copies -> copies);
    }
}
