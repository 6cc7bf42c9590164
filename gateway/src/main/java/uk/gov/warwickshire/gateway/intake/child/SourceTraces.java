package uk.gov.warwickshire.gateway.intake.child;

import java.util.List;
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
    public List<Removed> erase(ErasedPerson person) {
        return TABLES.stream()
                .map(table ->
                        Removed.deleted(table, jdbc.update("delete from " + table + " where child_id = any(?)", (Object)
                                person.personIds())))
                .toList();
    }

    @Override
    public Stream<Copy> copies(String childId) {
        return Stream.concat(
                RowCopies.of(jdbc, "source-rows", "select rows from child_source where child_id = ?", childId),
                RowCopies.of(jdbc, "census", "select content from child_census where child_id = ?", childId));
    }
}
