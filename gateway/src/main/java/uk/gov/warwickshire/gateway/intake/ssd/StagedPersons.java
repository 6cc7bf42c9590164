package uk.gov.warwickshire.gateway.intake.ssd;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.gov.warwickshire.gateway.intake.child.PersonRows;
import uk.gov.warwickshire.mappings.source.ssd.SsdRow;
import uk.gov.warwickshire.mappings.source.ssd.SsdTable;

/** Rows of ssd_person in a staged extract; of a person with several, the first. */
record StagedPersons(JdbcTemplate jdbc, StagingTable table, String file) implements PersonRows {

    @Override
    public Map<String, SsdRow> of(Set<String> personIds) {
        Map<String, SsdRow> found = new HashMap<>();
        if (!personIds.isEmpty()) {
            jdbc.query(
                    table.in("select child_id, line, content from STAGE where child_id = any (?) and tbl = "
                            + SsdTable.PERSON.ordinal() + " order by line"),
                    row -> {
                        SsdRow person = new SsdRow(SsdTable.PERSON, file, row.getLong(2), row.getString(3));
                        found.putIfAbsent(row.getString(1), person);
                    },
                    (Object) personIds.toArray(String[]::new));
        }
        return found;
    }
}
