package uk.gov.warwickshire.gateway.api.access;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** A row of rules.csv: what policy and agreements say, in the words of those who made them. */
record AccessRule(String role, String category, String region, String state, String expected) {

    static List<AccessRule> all() throws IOException {
        try (var reader = new InputStreamReader(
                        AccessRule.class.getResourceAsStream("/access/rules.csv"), StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(reader)) {
            return rows.stream()
                    .map(row -> new AccessRule(
                            row.getField("role"),
                            row.getField("category"),
                            row.getField("region"),
                            row.getField("state"),
                            row.getField("expected")))
                    .toList();
        }
    }

    boolean fits(String askedRole, String askedCategory, String askedRegion, String askedState) {
        return fits(role, askedRole)
                && fits(category, askedCategory)
                && fits(region, askedRegion)
                && fits(state, askedState);
    }

    private static boolean fits(String cell, String asked) {
        if (cell.equals("*")) {
            return true;
        }
        boolean others = cell.startsWith("!");
        return Set.of((others ? cell.substring(1) : cell).split("\\|")).contains(asked) != others;
    }
}
