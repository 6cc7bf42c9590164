package uk.gov.warwickshire.mappings.coverage;

import java.util.List;
import java.util.Map;

/**
 * How much of an extract the mapping covers. Holds no personal data: counts, names of tables and columns, line numbers,
 * and of the values only those that {@link ValueDisclosure} lets through.
 *
 * @param missingTables core tables that the extract lacks
 * @param leftOutTables core tables that are not read on purpose, each with the reason
 * @param unreadTables other tables of the dataset that were delivered and are not read
 * @param otherFiles files that are no table of the dataset; their names are not shown
 */
public record CoverageReport(
        List<TableCoverage> tables,
        List<String> missingTables,
        Map<String, String> leftOutTables,
        List<String> unreadTables,
        int otherFiles) {
    public CoverageReport {
        tables = List.copyOf(tables);
        missingTables = List.copyOf(missingTables);
        leftOutTables = Map.copyOf(leftOutTables);
        unreadTables = List.copyOf(unreadTables);
    }

    public long rows() {
        return tables.stream().mapToLong(TableCoverage::rows).sum();
    }

    /** Whether there is something to act on; what is left out on purpose is not. */
    public boolean hasFindings() {
        return tables.stream().anyMatch(TableCoverage::hasFindings);
    }
}
